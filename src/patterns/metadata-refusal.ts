import { Cidr } from '../model/cidr';
import { Direction } from '../model/direction';
import { IpBlock } from '../model/ip-block';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { MetadataHosts, metadataHostsWithout } from './metadata-hosts';
import { Connection, isGroup, Plan, termsAt } from './plan';

/** Where GKE's metadata server answers the queries of Cloud DNS, as OCI's and OpenStack's do; it hands out nothing there. */
const DNS_PORT = 53;

/** Refuses to let pods out to blocks that cover a metadata address which nobody asked for by name. */
export function refuseMetadata({ connections, allowMetadata }: Plan): void {
  const unasked = metadataHostsWithout(allowMetadata ?? []);
  for (const connection of connections.filter(mayFetch)) {
    for (const block of termsAt(connection.to).filter(term => term instanceof IpBlock)) {
      const covered = unasked.filter(({ hosts }) => hosts.some(host => covers(block, host)));
      if (covered.length === 0) continue;
      const refusal = coversMetadata(block, addressesOf(covered), allowMetadata !== undefined);
      throw connection.path === undefined ? refusal : refusal.inside(connection.path);
    }
  }
}

/** Whether pods that get egress rules could fetch credentials over it: not where DNS is answered. */
function mayFetch({ from, ports, isDns }: Connection): boolean {
  if (!isGroup(from) || !from.isolates.includes(Direction.EGRESS)) return false;
  // No ports are ports that nobody knows yet.
  return isDns !== true || ports.length === 0 || !ports.every(isDnsPort);
}

function isDnsPort({ first, last }: Port): boolean {
  return first === DNS_PORT && last === DNS_PORT;
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
