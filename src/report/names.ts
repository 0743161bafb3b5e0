import { Workload } from '../model/cluster';
import { Direction } from '../model/direction';
import { Location, locationInWords, Origin } from '../model/origin';
import { Connection, Verdict } from '../verify/ends/connection';

/** A verdict in a sentence. */
export const VERDICT_IN_WORDS = {
  allow: 'allowed',
  deny: 'denied',
  some: 'partly allowed',
  unknown: 'unknown',
} as const satisfies Record<Verdict, string>;

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
  return policy.origin === undefined
    ? policyName(policy)
    : `${policyName(policy)} (${locationInWords(policy.origin.at())})`;
}

/** `shop/frontend -> shop/backend TCP 8080`. */
export function describeConnection({ from, to, protocol, port }: Connection): string {
  return `${from.name} -> ${to.name} ${protocol} ${port}`;
}

/** A rule of a policy: which direction's, and its number from 0. */
export interface RuleRef {
  readonly policy: Named;
  readonly direction: Direction;
  readonly rule: number;
}

/** The field of a rule, such as `spec.ingress[0]`. */
export function rulePath({ direction, rule }: Omit<RuleRef, 'policy'>): string {
  return `spec.${direction.toLowerCase()}[${rule}]`;
}

/** Where a rule stands, if that is known. */
export function placeOfRule({ policy: { origin }, direction, rule }: RuleRef): Location | undefined {
  return origin?.at(['spec', direction.toLowerCase(), rule]);
}

/** `ingress rule 2 of shop/web (dist/shop.yaml:12:5)`: people count from one. */
export function describeRule(ref: RuleRef): string {
  const place = placeOfRule(ref);
  const rule = `${ref.direction.toLowerCase()} rule ${ref.rule + 1} of ${policyName(ref.policy)}`;
  return place === undefined ? rule : `${rule} (${locationInWords(place)})`;
}

/** `2 ConfigMap, 1 Ingress.networking.k8s.io`, in the order of their names. */
export function kindsInWords(counts: ReadonlyMap<string, number>): string {
  const kinds = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return kinds.map(([kind, count]) => `${count} ${kind}`).join(', ');
}
