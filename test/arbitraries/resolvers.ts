import fc from 'fast-check';
import { Dns } from '../../src/facts/dns';
import { Protocol } from '../../src/model/protocol';
import { outgoingPeerSketch, peerOf, PeerSketch, peerSketch, portsSketch } from './peers';
import { portOf, PortSketch } from './ports';

/** Resolvers as plain data. */
export type DnsSketch =
  | { readonly kind: keyof typeof RESOLVERS }
  | { readonly kind: 'at'; readonly addresses: readonly string[] }
  | { readonly kind: 'of'; readonly peer: PeerSketch; readonly ports: readonly PortSketch[] };

const RESOLVERS = {
  kubeDns: () => Dns.kubeDns(),
  nodeLocal: () => Dns.nodeLocal('10.96.0.10'),
  kubespray: () => Dns.kubespray(),
  gkeCloudDns: () => Dns.gkeCloudDns(),
  openShift: () => Dns.openShift(),
};

/** At these alone any address may answer. */
const DNS_PORTS: readonly PortSketch[] = [{ kind: 'range', protocol: Protocol.UDP, first: 53, last: 53 }];

export const dnsSketch: fc.Arbitrary<DnsSketch> = fc.oneof(
  fc.constantFrom('kubeDns', 'nodeLocal', 'kubespray', 'gkeCloudDns', 'openShift').map((kind): DnsSketch => ({ kind })),
  fc
    .subarray(['10.1.0.1', '169.254.20.10', 'fd01::1'], { minLength: 1 })
    .map((addresses): DnsSketch => ({ kind: 'at', addresses })),
  fc.record({ kind: fc.constant('of' as const), peer: outgoingPeerSketch, ports: portsSketch }),
  fc.record({ kind: fc.constant('of' as const), peer: peerSketch, ports: fc.constant(DNS_PORTS) }),
);

export const resolversSketch = fc.array(dnsSketch, { minLength: 1, maxLength: 2 });

export function dnsOf(sketch: DnsSketch): Dns {
  switch (sketch.kind) {
    case 'at':
      return Dns.at([...sketch.addresses]);
    case 'of':
      return Dns.of(peerOf(sketch.peer), sketch.ports.map(portOf));
    default:
      return RESOLVERS[sketch.kind]();
  }
}
