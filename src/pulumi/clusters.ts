import { NetworkPolicy } from '@pulumi/kubernetes/networking/v1';
import { Output, ProviderResource, Resource, runtime } from '@pulumi/pulumi';
import { Platform } from '../facts/platform';
import { Guarantee } from '../model/guarantee';

/** What the program does in one cluster. */
export interface ClusterWork {
  /** What the cluster runs on, where the program says so. */
  platform?: Platform;
  /** Who writes which policy. */
  readonly claims: Map<string, string>;
  readonly written: Written[];
  /** Whether its components are looked at together. */
  isWatched?: boolean;
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

/** What is done in the cluster of a component. */
export function workIn(component: Resource): ClusterWork {
  return workOf(component.getProvider('kubernetes:networking.k8s.io/v1:NetworkPolicy'));
}

/** What is done in a cluster: its provider stands for it; where there is none, the program does. */
export function workOf(provider: ProviderResource | undefined): ClusterWork {
  const cluster = provider ?? runtime.getMonitor() ?? CLUSTERS;
  const work = CLUSTERS.get(cluster) ?? { claims: new Map<string, string>(), written: [] as Written[] };
  CLUSTERS.set(cluster, work);
  return work;
}
