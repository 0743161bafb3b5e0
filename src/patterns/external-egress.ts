import { METADATA_ADDRESSES } from '../facts/metadata-addresses';
import { NAT64 } from '../facts/special-ranges';
import { listOf, optional, text, wrongType } from '../model/check';
import { Cidr } from '../model/cidr';
import { EGRESS_ONLY } from '../model/direction';
import { IpBlock } from '../model/ip-block';
import { IPeer, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { pattern } from './pattern';
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
    refuseMetadata(props.to, props.allowMetadata ?? [], 'to');
    const group = { part: '', path: 'pods', pods: props.pods, isolates: EGRESS_ONLY };
    return { groups: [group], connections: [{ from: group, to: props.to, ports: props.ports }] };
  },
);

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

/** A metadata address as blocks: itself, and an IPv4 one as it is reached through a NAT64 translator. */
interface MetadataHosts {
  readonly address: string;
  readonly hosts: readonly Cidr[];
}

let metadataHosts: readonly MetadataHosts[] | undefined;

/** Made when it is first asked for: loading the library is to cost little. */
function allMetadata(): readonly MetadataHosts[] {
  metadataHosts ??= METADATA_ADDRESSES.map(({ address }) => {
    const hosts = address.includes(':') ? [`${address}/128`] : [`${address}/32`, behindNat64(address)];
    return { address, hosts: hosts.map(host => Cidr.of(host)) };
  });
  return metadataHosts;
}

function behindNat64(address: string): string {
  return `${NAT64.cidr.replace('/96', '')}${address}/128`;
}

/** Refuses blocks that cover a metadata address which nobody asked for by name. */
export function refuseMetadata(to: readonly IPeer[], allowed: readonly string[], path: string): void {
  const known = METADATA_ADDRESSES.map(({ address }) => address);
  const stranger = allowed.find(address => !known.includes(address));
  if (stranger !== undefined) throw wrongType(stranger, `one of ${known.join(', ')}`).inside('allowMetadata');
  const unasked = allMetadata().filter(({ address }) => !allowed.includes(address));
  for (const block of termsOf(to).filter(term => term instanceof IpBlock)) {
    const covered = unasked.filter(({ hosts }) => hosts.some(host => covers(block, host)));
    if (covered.length > 0) {
      throw coversMetadata(
        block,
        covered.map(({ address }) => address),
        path,
      );
    }
  }
}

function covers({ cidr, except }: IpBlock, host: Cidr): boolean {
  return cidr.contains(host) && !except.some(inner => inner.contains(host));
}

function coversMetadata(block: IpBlock, addresses: string[], path: string): PolicyError {
  const problem = `${block} covers ${addresses.join(', ')}, where clouds hand out credentials`;
  const asked = `allowMetadata: [${addresses.map(address => `'${address}'`).join(', ')}]`;
  const fix = `leave them out with except, or say ${asked} to ExternalEgress`;
  return new PolicyError({ code: 'metadata-address', path, value: String(block), problem, fix });
}
