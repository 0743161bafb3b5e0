import { Workload } from '../model/cluster';
import { Origin } from '../model/origin';
import { Connection } from '../verify/connection';

/** `shop/Deployment/frontend`. */
export function workloadName({ namespace, kind, name }: Workload): string {
  return `${namespace}/${kind}/${name}`;
}

/** What the name of a policy is made of; an administrator's has a kind and no namespace. */
export interface Named {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly origin?: Origin;
}

/** `shop/web`, or `ClusterNetworkPolicy/web`. */
export function policyName({ kind, namespace, name }: Named): string {
  return [...[kind ?? namespace ?? []].flat(), name].join('/');
}

/** A policy by name, and where it stands. */
export function describePolicy(policy: Named): string {
  return policy.origin === undefined ? policyName(policy) : `${policyName(policy)} (${policy.origin.at()})`;
}

/** `shop/frontend -> shop/backend TCP 8080`. */
export function describeConnection({ from, to, protocol, port }: Connection): string {
  return `${from.name} -> ${to.name} ${protocol} ${port}`;
}
