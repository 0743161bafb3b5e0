import { Dns } from '../facts/dns';
import { Platform } from '../facts/platform';
import { optional } from '../model/check';
import { Cidr } from '../model/cidr';
import { EGRESS_ONLY } from '../model/direction';
import { IpBlock } from '../model/ip-block';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { dns, dnsConnections } from './allow-dns';
import { pods } from './fields';
import { metadataAddresses, metadataHostsWithout } from './metadata-hosts';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link blockMetadata} takes. */
export interface BlockMetadataProps extends PolicyProps {
  /**
   * The pods that are kept away from metadata.
   *
   * @default - every pod of the namespace
   */
  readonly pods?: Pods;
  /**
   * Metadata addresses that stay open, such as `169.254.170.23` where pods get their credentials from EKS Pod Identity.
   *
   * @default - none
   */
  readonly allowMetadata?: string[];
  /**
   * Where DNS queries are answered at a metadata address: `Dns.gkeCloudDns()`. Its port 53 stays open, and no other.
   *
   * @default - as the platform does; where none is said elsewhere, which stays open anyhow
   */
  readonly dns?: Dns[];
}

/**
 * Lets pods reach everything but the addresses at which clouds hand out instance data and credentials, IPv4 and IPv6.
 *
 * Isolates the pods for egress. Other policies for the same pods may open these addresses again. Engines whose blocks
 * never cover nodes, such as Cilium, close those too.
 */
export const blockMetadata = pattern<BlockMetadataProps>(
  'BlockMetadata',
  { pods: optional(pods), allowMetadata: metadataAddresses, dns },
  ({ pods: selected = Pods.all(), allowMetadata = [], dns: resolvers }, { platform }) => {
    const hosts = metadataHostsWithout(allowMetadata).flatMap(each => each.hosts);
    const leftOut = [...hosts, ...neverMatched(platform)];
    const everythingElse = ['0.0.0.0/0', '::/0'].map(all => IpBlock._minus(Cidr.of(all), leftOut));
    const from: Group = { part: '', path: 'pods', pods: selected, isolates: EGRESS_ONLY };
    return {
      groups: [from],
      connections: [
        // Cilium never takes a pod for part of a block.
        { from, to: [Pods.any(), ...everythingElse], ports: [Port.all()] },
        ...dnsConnections(from, resolvers ?? platform?.dns ?? []),
      ],
      allowMetadata,
    };
  },
);

/** Addresses that the platform's engine matches by no block: a block that has them would not be what it says. */
function neverMatched(platform: Platform | undefined): readonly Cidr[] {
  return platform?._cluster.engine?.blocksCoverPods === 'never' ? platform._inside : [];
}
