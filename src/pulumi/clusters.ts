import { NetworkPolicy } from '@pulumi/kubernetes/networking/v1';
import { Output, Resource, runtime } from '@pulumi/pulumi';
import { Guarantee } from '../model/guarantee';

/** What the program does in one cluster. */
export interface ClusterWork {
  /** Who writes which policy. */
  readonly claims: Map<string, string>;
  readonly written: Written[];
}

/** What one component does. */
export interface Written {
  readonly component: Resource;
  /** Such as `ThreeTierApp 'shop'`. */
  readonly owner: string;
  /** None where the component failed. */
  readonly policies: Promise<readonly NetworkPolicy[]>;
  readonly guarantee: Guarantee | Output<Guarantee>;
}

const CLUSTERS = new WeakMap<object, ClusterWork>();

/** What is done in the cluster of a component: its provider stands for it; where there is none, the program does. */
export function workIn(component: Resource): ClusterWork {
  const type = 'kubernetes:networking.k8s.io/v1:NetworkPolicy';
  const cluster = component.getProvider(type) ?? runtime.getMonitor() ?? CLUSTERS;
  const work = CLUSTERS.get(cluster) ?? { claims: new Map<string, string>(), written: [] as Written[] };
  CLUSTERS.set(cluster, work);
  return work;
}
