import { AnyPeerOf } from '../model/any-peer-of';
import { at, Check, flag, listOf, optional, shape, text } from '../model/check';
import { Cidr } from '../model/cidr';
import { IpBlock } from '../model/ip-block';
import { IPeer } from '../model/peer';
import { GLOBAL_UNICAST_IPV6, NAT64, PLATFORM_IPV4, SPECIAL_IPV4, SPECIAL_IPV6 } from './special-ranges';

/** What else to leave out of, or take into, the public internet. */
export interface InternetOptions {
  /**
   * Public blocks that are not the internet: the cluster's own nodes, pods, services and load balancers.
   *
   * @default - none
   */
  readonly except?: string[];
  /**
   * Whether IPv4 hosts behind a NAT64 translator (64:ff9b::/96) count, private and platform addresses left out there too.
   *
   * @default false
   */
  readonly nat64?: boolean;
}

const internetOptions = shape<InternetOptions>({
  except: optional(listOf(text, 'leave it out')),
  nat64: optional(flag),
});

const IPV4 = '0.0.0.0/0';

/** What every cloud and registry leaves to the internet, IPv4 and IPv6. */
export function internet(options: unknown): IPeer {
  const { except = [], nat64 = false } = internetOptions(options);
  const bases = [IPV4, GLOBAL_UNICAST_IPV6, ...(nat64 ? [NAT64.cidr] : [])].map(cidr => Cidr._of(cidr));
  const ownPart: Check<Cidr> = block => IpBlock._partOf(bases, block);
  const own = except.map((block, index) => at(`except[${index}]`, ownPart, block));
  const ipv4 = [...SPECIAL_IPV4, ...PLATFORM_IPV4].map(({ cidr }) => Cidr._of(cidr)).concat(own);
  const ipv6 = SPECIAL_IPV6.map(({ cidr }) => Cidr._of(cidr)).concat(own);
  const mapped = ipv4.filter(({ isIpv6 }) => !isIpv6).map(behindNat64);
  return new AnyPeerOf(bases.map(base => IpBlock._minus(base, [...ipv4, ...ipv6, ...mapped])));
}

function behindNat64({ block }: Cidr): Cidr {
  const [address, length] = block.split('/');
  return Cidr._of(`${NAT64.cidr.replace('/96', '')}${address}/${Number(length) + 96}`);
}
