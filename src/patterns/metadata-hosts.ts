import { METADATA_ADDRESSES } from '../facts/metadata-addresses';
import { NAT64 } from '../facts/special-ranges';
import { listOf, optional, text, wrongType } from '../model/check';
import { Cidr } from '../model/cidr';

/** A metadata address as blocks: itself, and an IPv4 one as it is reached through a NAT64 translator. */
export interface MetadataHosts {
  readonly address: string;
  readonly hosts: readonly Cidr[];
}

/** Texts that are to be metadata addresses; {@link metadataHostsWithout} says whether they are. */
export const metadataAddresses = optional(listOf(text, 'leave it out'));

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

/** All metadata addresses but these, each of which must be one. */
export function metadataHostsWithout(allowed: readonly string[]): readonly MetadataHosts[] {
  if (allowed.length === 0) return allMetadata();
  const known = METADATA_ADDRESSES.map(({ address }) => address);
  const stranger = allowed.find(address => !known.includes(address));
  if (stranger !== undefined) throw wrongType(stranger, `one of ${known.join(', ')}`).inside('allowMetadata');
  return allMetadata().filter(({ address }) => !allowed.includes(address));
}
