import { NetworkPolicy } from '@pulumi/kubernetes/networking/v1';
import { Resource, runtime } from '@pulumi/pulumi';

/** What the program does in one cluster. */
export interface ClusterWork {
  /** Who writes which policy. */
  readonly claims: Map<string, string>;
  /** The policies of each component. */
  readonly written: Promise<readonly NetworkPolicy[]>[];
}

const CLUSTERS = new WeakMap<object, ClusterWork>();

/** What is done in the cluster of a component: its provider stands for it; where there is none, the program does. */
export function workIn(component: Resource): ClusterWork {
  const type = 'kubernetes:networking.k8s.io/v1:NetworkPolicy';
  const cluster = component.getProvider(type) ?? runtime.getMonitor() ?? CLUSTERS;
  const work = CLUSTERS.get(cluster) ?? { claims: new Map<string, string>(), written: [] };
  CLUSTERS.set(cluster, work);
  return work;
}
