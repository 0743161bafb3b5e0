import { Origin } from './origin';
import { PeerTerm } from './peer';
import { Pods } from './pods';
import { Port } from './port';

/** What a rule of an administrator does; `Pass` leaves the matter to the next tier. */
export type AdminAction = 'Accept' | 'Deny' | 'Pass';

export interface AdminRule {
  readonly name?: string;
  readonly action: AdminAction;
  readonly peers: readonly PeerTerm[];
  readonly ports: readonly Port[];
}

/**
 * A policy of the cluster's administrator, in the terms of ClusterNetworkPolicy v1alpha2.
 *
 * The first rule that matches decides: policies by priority, rules in their order. `Admin` comes before NetworkPolicies,
 * `Baseline` after them and only for pods that none of them isolates.
 *
 * @see https://network-policy-api.sigs.k8s.io/
 */
export interface AdminPolicy {
  /** `ClusterNetworkPolicy`, `AdminNetworkPolicy` or `BaselineAdminNetworkPolicy`. */
  readonly kind: string;
  readonly name: string;
  readonly tier: 'Admin' | 'Baseline';
  /** 0-1000, lower first. */
  readonly priority: number;
  /** Pods of every namespace that it is about. */
  readonly subject: Pods;
  readonly ingress: readonly AdminRule[];
  readonly egress: readonly AdminRule[];
  readonly origin?: Origin;
}
