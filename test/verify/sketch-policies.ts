import fc from 'fast-check';
import { NetworkPolicy, Peer, Port } from '../oracle/manifest';
import { Pool } from './pools';
import { namespaceSelectorsOf, podSelectorsOf } from './sketch-selectors';

const protocol = fc.constantFrom('TCP', 'TCP', 'UDP', 'SCTP');

const DIRECTIONS = [['Ingress'], ['Egress'], ['Ingress', 'Egress']];

/** NetworkPolicies, with and without types, peers and ports. */
export function policiesOf(pool: Pool, most: number): fc.Arbitrary<NetworkPolicy[]> {
  return fc
    .array(policyOf(pool), { maxLength: most, size: 'max' })
    .map(all => all.map((one, index) => ({ ...one, metadata: { ...one.metadata, name: `np-${index}` } })));
}

export function policyOf(pool: Pool): fc.Arbitrary<NetworkPolicy> {
  const [peers, ports] = [upToTwo(peerOf(pool)), upToTwo(portOf(pool))];
  return fc.record({
    metadata: fc.record({ name: fc.constant('np'), namespace: fc.constantFrom('a', 'a', 'b') }),
    spec: fc.record(
      {
        podSelector: podSelectorsOf(pool),
        policyTypes: fc.constantFrom(...DIRECTIONS),
        ingress: upToTwo(fc.record({ from: peers, ports })),
        egress: upToTwo(fc.record({ to: peers, ports })),
      },
      { requiredKeys: ['podSelector'] },
    ),
  });
}

export function peerOf(pool: Pool): fc.Arbitrary<Peer> {
  const [podSelector, namespaceSelector] = [podSelectorsOf(pool), namespaceSelectorsOf(pool)];
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ podSelector }) },
    { weight: 2, arbitrary: fc.record({ namespaceSelector }) },
    { weight: 3, arbitrary: fc.record({ podSelector, namespaceSelector }) },
    { weight: 4, arbitrary: fc.record({ ipBlock: fc.constantFrom(...pool.blocks) }) },
  );
}

export function portOf({ ports, portNames }: Pool): fc.Arbitrary<Port> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ protocol, port: fc.constantFrom(...ports) }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(protocol, rangeOf(ports))
        .map(([of, { start, end }]) => ({ protocol: of, port: start, endPort: end })),
    },
    { weight: 3, arbitrary: fc.record({ protocol, port: fc.constantFrom(...portNames) }) },
    { weight: 1, arbitrary: fc.record({ protocol }) },
    { weight: 1, arbitrary: fc.record({ protocol, port: fc.constant(1), endPort: fc.constant(65535) }) },
  );
}

export function rangeOf(ports: readonly number[]): fc.Arbitrary<{ start: number; end: number }> {
  return fc
    .tuple(fc.constantFrom(...ports), fc.constantFrom(...ports))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
}

function upToTwo<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { maxLength: 2, size: 'max' });
}
