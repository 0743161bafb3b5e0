import fc from 'fast-check';
import { ClusterNetworkPolicy, PodsOrNamespaces, TierPeer, TierProtocol } from '../oracle/cluster-network-policy';
import { Pool } from './pools';
import { rangeOf } from './sketch-policies';
import { namespaceSelectorsOf, podSelectorsOf } from './sketch-selectors';

/** ClusterNetworkPolicies of few priorities: those that are equal leave open which policy decides. */
export function clusterPoliciesOf(pool: Pool, most: number): fc.Arbitrary<ClusterNetworkPolicy[]> {
  const peers = podsOrNamespacesOf(pool);
  const rule = {
    action: fc.constantFrom('Accept', 'Deny', 'Pass' as const),
    protocols: oneOrTwo(protocolOf(pool)),
  };
  const spec = fc.record({
    tier: fc.constantFrom('Admin', 'Admin', 'Baseline' as const),
    priority: fc.constantFrom(1, 1, 2),
    subject: peers,
    ingress: upToThree(fc.record({ ...rule, from: oneOrTwo(peers) }, { requiredKeys: ['action', 'from'] })),
    egress: upToThree(
      fc
        .record({ ...rule, to: oneOrTwo(egressPeerOf(pool)) }, { requiredKeys: ['action', 'to'] })
        .filter(({ protocols = [], to }) => to.every(isPods) || !protocols.some(hasName)),
    ),
  });
  return fc
    .array(spec, { minLength: 1, maxLength: most, size: 'max' })
    .map(specs => specs.map((one, index) => ({ metadata: { name: `cnp-${index}` }, spec: one })));
}

function podsOrNamespacesOf(pool: Pool): fc.Arbitrary<PodsOrNamespaces> {
  const namespaceSelector = namespaceSelectorsOf(pool);
  const pods = fc.record({ namespaceSelector, podSelector: podSelectorsOf(pool) }, { requiredKeys: ['podSelector'] });
  return fc.oneof(fc.record({ namespaces: namespaceSelector }), fc.record({ pods }));
}

function egressPeerOf(pool: Pool): fc.Arbitrary<TierPeer> {
  const cidr = fc.constantFrom(...pool.blocks.flatMap(block => block.cidr ?? []));
  return fc.oneof(
    { weight: 4, arbitrary: podsOrNamespacesOf(pool) },
    { weight: 3, arbitrary: fc.record({ networks: fc.uniqueArray(cidr, { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ nodes: fc.constantFrom({}, { matchLabels: { zone: '1' } }) }) },
  );
}

function protocolOf({ ports, portNames }: Pool): fc.Arbitrary<TierProtocol> {
  const destinationPort = fc.oneof(
    fc.record({ number: fc.constantFrom(...ports) }),
    rangeOf(ports).map(({ start, end }) => (start === end ? { number: start } : { range: { start, end } })),
    fc.constant({ range: { start: 1, end: 65535 } }),
  );
  const port = fc.record({ destinationPort });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ tcp: port }) },
    { weight: 1, arbitrary: fc.record({ udp: port }) },
    { weight: 1, arbitrary: fc.record({ sctp: port }) },
    { weight: 1, arbitrary: fc.record({ destinationNamedPort: fc.constantFrom(...portNames) }) },
  );
}

/** Others have no names for their ports: the API server refuses rules that ask for one. */
function isPods({ pods, namespaces }: TierPeer): boolean {
  return pods !== undefined || namespaces !== undefined;
}

function hasName({ destinationNamedPort }: TierProtocol): boolean {
  return destinationNamedPort !== undefined;
}

function oneOrTwo<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength: 1, maxLength: 2 });
}

function upToThree<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { maxLength: 3, size: 'max' });
}
