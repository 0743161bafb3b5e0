import { AdminPolicy } from './admin-policy';
import { IpAddress } from './ip-address';
import { LabelSelector } from './label-selector';
import { Labels } from './labels';
import { ContainerPort } from './pod-shape';
import { Policy } from './policy';
import { Protocol } from './protocol';

export type { Labels } from './labels';
export type { ContainerPort } from './pod-shape';

export interface Namespace {
  readonly name: string;
  readonly labels: Labels;
  /** Whether other objects name it and it was not read itself: it may have more labels. Left out: it was read. */
  readonly isOnlyNamed?: boolean;
}

/** Pods that are alike: one pod, or those of one controller. */
export interface Workload {
  readonly namespace: string;
  /** `Deployment`, `Pod` and so on: that of the controller where there is one. */
  readonly kind: string;
  readonly name: string;
  /** Of its pods. */
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  /** Of its pods; empty where they are not known. */
  readonly addresses: readonly IpAddress[];
  readonly hostNetwork: boolean;
  /** Names of the Pod objects that were read, where a controller makes them. */
  readonly podNames?: readonly string[];
}

/** A Service, for what its ports mean on the pods behind it. */
export interface Service {
  readonly namespace: string;
  readonly name: string;
  /** Undefined: somebody else decides which pods are behind it. */
  readonly selector?: LabelSelector;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly name?: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** Number, or name of the container's port. */
  readonly targetPort: number | string;
}

/** All that was read of a cluster: every answer is about this and nothing else. */
export interface Cluster {
  readonly namespaces: readonly Namespace[];
  readonly workloads: readonly Workload[];
  readonly services: readonly Service[];
  readonly policies: readonly Policy[];
  readonly adminPolicies: readonly AdminPolicy[];
}
