/** A range of addresses that is not the public internet, or that looks special and is. */
export interface SpecialRange {
  readonly cidr: string;
  /** The registry's name for it. */
  readonly name: string;
  /** The document that sets it aside. */
  readonly source: string;
}

/**
 * IPv4 ranges outside the public internet. Left in, since they are globally reachable: 192.31.196.0/24 and
 * 192.175.48.0/24 (AS112), 192.52.193.0/24 (AMT).
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry (checked 2026-11)
 */
export const SPECIAL_IPV4: readonly SpecialRange[] = [
  { cidr: '0.0.0.0/8', name: 'This network', source: 'RFC 791' },
  { cidr: '10.0.0.0/8', name: 'Private-Use', source: 'RFC 1918' },
  { cidr: '100.64.0.0/10', name: 'Shared Address Space', source: 'RFC 6598' },
  { cidr: '127.0.0.0/8', name: 'Loopback', source: 'RFC 1122' },
  { cidr: '169.254.0.0/16', name: 'Link Local', source: 'RFC 3927' },
  { cidr: '172.16.0.0/12', name: 'Private-Use', source: 'RFC 1918' },
  { cidr: '192.0.0.0/24', name: 'IETF Protocol Assignments', source: 'RFC 6890' },
  { cidr: '192.0.2.0/24', name: 'Documentation (TEST-NET-1)', source: 'RFC 5737' },
  { cidr: '192.88.99.0/24', name: 'Deprecated (6to4 Relay Anycast)', source: 'RFC 7526' },
  { cidr: '192.168.0.0/16', name: 'Private-Use', source: 'RFC 1918' },
  { cidr: '198.18.0.0/15', name: 'Benchmarking', source: 'RFC 2544' },
  { cidr: '198.51.100.0/24', name: 'Documentation (TEST-NET-2)', source: 'RFC 5737' },
  { cidr: '203.0.113.0/24', name: 'Documentation (TEST-NET-3)', source: 'RFC 5737' },
  { cidr: '224.0.0.0/4', name: 'Multicast', source: 'RFC 1112' },
  { cidr: '240.0.0.0/4', name: 'Reserved, and Limited Broadcast', source: 'RFC 1112' },
];

/** All unicast IPv6 that IANA assigns: every other special range and every IPv6 metadata address lies outside it. */
export const GLOBAL_UNICAST_IPV6 = '2000::/3';

/**
 * IPv6 ranges inside {@link GLOBAL_UNICAST_IPV6} that are not the public internet; 6to4 and Teredo carry IPv4.
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry (checked 2026-11)
 */
export const SPECIAL_IPV6: readonly SpecialRange[] = [
  { cidr: '2001::/23', name: 'IETF Protocol Assignments (Teredo, ORCHID)', source: 'RFC 2928' },
  { cidr: '2001:db8::/32', name: 'Documentation', source: 'RFC 3849' },
  { cidr: '2002::/16', name: '6to4', source: 'RFC 3056' },
  { cidr: '3ffe::/16', name: 'Returned 6bone', source: 'RFC 3701' },
  { cidr: '3fff::/20', name: 'Documentation', source: 'RFC 9637' },
];

/** IPv4 behind a translator: reaches private and metadata addresses too where such a translator stands. */
export const NAT64: SpecialRange = { cidr: '64:ff9b::/96', name: 'IPv4-IPv6 Translat.', source: 'RFC 6052' };

/**
 * Platform addresses in public space that no registry sets aside: services of the cloud, not of the internet.
 *
 * Google's 199.36.153.0/28 (private API access) is left in: nothing but public APIs answers there.
 */
export const PLATFORM_IPV4: readonly SpecialRange[] = [
  {
    cidr: '161.26.0.0/16',
    name: 'IBM Cloud services, DNS among them',
    source: 'https://cloud.ibm.com/docs/vpc?topic=vpc-service-endpoints-for-vpc',
  },
  {
    cidr: '166.8.0.0/14',
    name: 'IBM Cloud service endpoints',
    source: 'https://cloud.ibm.com/docs/vpc?topic=vpc-service-endpoints-for-vpc',
  },
  {
    cidr: '168.63.129.16/32',
    name: 'Azure WireServer and health probes',
    source: 'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16',
  },
  {
    cidr: '183.60.82.98/32',
    name: 'Tencent Cloud DNS',
    source: 'https://cloud.tencent.com/document/product/1689/90577',
  },
  {
    cidr: '183.60.83.19/32',
    name: 'Tencent Cloud DNS',
    source: 'https://cloud.tencent.com/document/product/1689/90577',
  },
  {
    cidr: '192.80.8.124/32',
    name: 'Equinix Metal metadata',
    source: 'https://github.com/coreos/afterburn/blob/main/src/providers/packet/mod.rs',
  },
];
