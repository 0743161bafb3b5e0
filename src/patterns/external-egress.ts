import { listOf, optional, text } from '../model/check';
import { Cidr } from '../model/cidr';
import { IpBlock } from '../model/ip-block';
import { IPeer, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { MetadataHosts, metadataHostsWithout } from './metadata-hosts';
import { EgressRule } from './network-policy';
import { reaching } from './one-sided';
import { pattern } from './pattern';
import { Connection, Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link externalEgress} takes. */
export interface ExternalEgressProps extends PolicyProps {
  /** The pods that may reach out. */
  readonly pods: Pods;
  /** Addresses outside the cluster: `Peer.internet()`, `Peer.cidr('203.0.113.0/24')`. */
  readonly to: IPeer[];
  /** Destination ports; every port is `Port.all()`. */
  readonly ports: Port[];
  /**
   * Metadata addresses that `to` is meant to cover, such as `169.254.169.254`: whoever reaches one may get the node's credentials.
   *
   * @default - none, and a block that covers one is refused
   */
  readonly allowMetadata?: string[];
}

/**
 * Lets pods reach addresses outside the cluster.
 *
 * Isolates the pods for egress.
 */
export const externalEgress = pattern<ExternalEgressProps>(
  'ExternalEgress',
  { pods, to: peers, ports, allowMetadata: optional(listOf(text, 'leave it out')) },
  props => {
    refuseInside(props.to, 'to');
    refuseMetadata(props.to, 'to', props.allowMetadata ?? []);
    return reaching(props.to, props);
  },
);

/** From a group to whom its rules say; blocks that cover a metadata address are refused. @param path of the rules */
export function outside(from: Group, rules: readonly EgressRule[] = [], path: string): Connection[] {
  return rules.map(({ to, ports: open }, index) => {
    refuseMetadata(to, `${path}[${index}].to`);
    return { from, to, ports: open };
  });
}

function refuseInside(to: readonly IPeer[], path: string): void {
  const inside = termsOf(to).find(term => !(term instanceof IpBlock));
  if (inside !== undefined) {
    throw new PolicyError({
      code: 'peer',
      path,
      value: String(inside),
      problem: `${inside} is not outside the cluster`,
      fix: 'use Peer.internet() or Peer.cidr(...); for pods use NetworkPolicy',
    });
  }
}

/** Refuses blocks that cover a metadata address which nobody asked for by name. */
export function refuseMetadata(to: readonly IPeer[], path: string, allowed?: readonly string[]): void {
  const unasked = metadataHostsWithout(allowed ?? []);
  for (const block of termsOf(to).filter(term => term instanceof IpBlock)) {
    const covered = unasked.filter(({ hosts }) => hosts.some(host => covers(block, host)));
    if (covered.length > 0) throw coversMetadata(block, addressesOf(covered), allowed !== undefined).inside(path);
  }
}

function addressesOf(hosts: readonly MetadataHosts[]): string[] {
  return hosts.map(({ address }) => address);
}

function covers({ cidr, except }: IpBlock, host: Cidr): boolean {
  return cidr.contains(host) && !except.some(inner => inner.contains(host));
}

/** @param canAllow whether the construct takes `allowMetadata` itself */
function coversMetadata(block: IpBlock, addresses: string[], canAllow: boolean): PolicyError {
  const allowed = `allowMetadata: [${addresses.map(address => `'${address}'`).join(', ')}]`;
  return new PolicyError({
    code: 'metadata-address',
    value: String(block),
    problem: `${block} covers ${addresses.join(', ')}, where clouds hand out credentials`,
    fix: `leave them out with except, or ${canAllow ? `say ${allowed}` : `use an ExternalEgress with ${allowed}`}`,
  });
}
