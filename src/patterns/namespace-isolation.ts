import { listOf, optional } from '../model/check';
import { Direction, DIRECTIONS } from '../model/direction';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { directions } from './default-deny';
import { DNS_OPTIONS, DnsOptions, dnsOf } from './dns-options';
import { pods, ports } from './fields';
import { pattern } from './pattern';
import { Place } from './place';
import { Connection, Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link namespaceIsolation} takes. */
export interface NamespaceIsolationProps extends PolicyProps, DnsOptions {
  /**
   * In which directions.
   *
   * @default - both
   */
  readonly directions?: Direction[];
  /**
   * Pods of other namespaces that count as if they were of this one: `Peer.namespace('jobs')`.
   *
   * @default - none
   */
  readonly plus?: Pods[];
  /**
   * The ports at which the pods reach each other.
   *
   * @default [Port.all()]
   */
  readonly ports?: Port[];
}

/**
 * Lets the pods of a namespace talk to each other, and to no others but the cluster's DNS.
 *
 * Isolates every pod of the namespace for ingress and egress, unless `directions` says less.
 */
export const namespaceIsolation = pattern<NamespaceIsolationProps>(
  'NamespaceIsolation',
  {
    directions: optional(directions),
    plus: optional(listOf(pods, 'leave it out')),
    ports: optional(ports),
    ...DNS_OPTIONS,
  },
  (props, place) => {
    const { directions: isolates = DIRECTIONS, plus = [], ports: open = [Port.all()] } = props;
    const group: Group = { part: '', path: 'namespace', pods: Pods.all(), isolates };
    const others: Connection[] = plus.flatMap(other => [
      ...(isolates.includes(Direction.INGRESS) ? [{ from: [other], to: group, ports: open }] : []),
      ...(isolates.includes(Direction.EGRESS) ? [{ from: group, to: [other], ports: open }] : []),
    ]);
    return {
      groups: [group],
      connections: [{ from: group, to: group, ports: open }, ...others, ...resolutionOf(group, props, place)],
    };
  },
);

/** Names are asked for on the way out: where that way is open, there is nothing to allow. */
function resolutionOf(group: Group, { dns, withoutDns }: DnsOptions, place: Place): Connection[] {
  if (group.isolates.includes(Direction.EGRESS)) return dnsOf([group], { dns, withoutDns }, place);
  const [path] = Object.entries({ dns, withoutDns }).find(([, value]) => value !== undefined) ?? [];
  if (path === undefined) return [];
  throw new PolicyError({
    code: 'conflict',
    path,
    problem: 'egress is left open, DNS queries included',
    fix: `leave out ${path}, or isolate for egress too`,
  });
}
