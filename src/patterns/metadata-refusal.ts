import { Cidr } from '../model/cidr';
import { IpBlock } from '../model/ip-block';
import { IPeer, termsOf } from '../model/peer';
import { PolicyError } from '../model/policy-error';
import { MetadataHosts, metadataHostsWithout } from './metadata-hosts';

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
  const others = `leave them out with except, or ${canAllow ? `say ${allowed}` : `use an ExternalEgress with ${allowed}`}`;
  return new PolicyError({
    code: 'metadata-address',
    value: String(block),
    problem: `${block} covers ${addresses.join(', ')}, where clouds hand out credentials`,
    fix: block.cidr.prefixLength === 0 ? `use Peer.internet(), or ${others}` : others,
  });
}
