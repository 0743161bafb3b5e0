import fc from 'fast-check';
import { DnsOptions, Pods } from '../../src';
import { blockSketch, internetSketch, peersOf, PeerSketch, peersSketch, portsSketch } from './peers';
import { podsOf, PodsSketch } from './pods';
import { portOf, PortSketch } from './ports';
import { dnsOf, DnsSketch, resolversSketch } from './resolvers';
import { CommonSketch } from './usage';

/** A rule as plain data. */
export interface RuleSketch {
  readonly peers: readonly PeerSketch[];
  readonly ports: readonly PortSketch[];
}

export const ruleSketch: fc.Arbitrary<RuleSketch> = fc.record({ peers: peersSketch, ports: portsSketch });

/** Rules for what is outside, without metadata addresses. */
export const outsideSketch = fc.array(
  fc.record({
    peers: fc.array(fc.oneof(blockSketch, internetSketch), { minLength: 1, maxLength: 2 }),
    ports: portsSketch,
  }),
  { minLength: 1, maxLength: 2 },
);

/** No resolvers, the usual, or some. */
export const dnsOptionsSketch = fc.oneof(fc.constantFrom(undefined, 'none' as const), resolversSketch);

export function dnsOptionsOf(sketch: 'none' | readonly DnsSketch[] | undefined): DnsOptions {
  return sketch === 'none' ? { withoutDns: true } : { dns: sketch?.map(dnsOf) };
}

export const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export const ingressOf = ({ peers, ports }: RuleSketch) => ({ from: peersOf(peers), ports: ports.map(portOf) });

export const egressOf = ({ peers, ports }: RuleSketch) => ({ to: peersOf(peers), ports: ports.map(portOf) });

/** The pods of a policy; where the namespace is left open they are in no other. */
export function groupOf({ pods, place }: PodsSketch, { namespace }: CommonSketch): Pods {
  return podsOf({ pods, place: namespace === 'open' ? { in: 'own' } : place });
}
