import fc from 'fast-check';
import { Pods } from '../../src';
import { peersOf, PeerSketch, peersSketch, portsSketch } from './peers';
import { podsOf, PodsSketch } from './pods';
import { portOf, PortSketch } from './ports';
import { CommonSketch } from './usage';

/** A rule as plain data. */
export interface RuleSketch {
  readonly peers: readonly PeerSketch[];
  readonly ports: readonly PortSketch[];
}

export const ruleSketch: fc.Arbitrary<RuleSketch> = fc.record({ peers: peersSketch, ports: portsSketch });

export const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export const ingressOf = ({ peers, ports }: RuleSketch) => ({ from: peersOf(peers), ports: ports.map(portOf) });

export const egressOf = ({ peers, ports }: RuleSketch) => ({ to: peersOf(peers), ports: ports.map(portOf) });

/** The pods of a policy; where the namespace is left open they are in no other. */
export function groupOf({ pods, place }: PodsSketch, { namespace }: CommonSketch): Pods {
  return podsOf({ pods, place: namespace === 'open' ? { in: 'own' } : place });
}
