import fc from 'fast-check';
import { formatIp } from '../../src/model/ip-address';
import { Connection, Participant } from '../../src/verify/ends/connection';
import { allowedBeyond } from '../../src/verify/matrix/allowed-beyond';
import { Reach } from '../../src/verify/reach/reach';
import { Endpoint, Labels } from '../oracle/cluster';
import { PATIENCE, runs } from './long';
import { clusterOf } from './model-of';
import { policySketch, surroundingsOf } from './policy-sketches';
import { NAME_LABEL } from './pools';
import { Claim, find, PolicySketch, Situation, situationsOf, truthOf } from './universe';

jest.setTimeout(PATIENCE);

type Two = readonly [PolicySketch, PolicySketch];

/** Clusters that have most policies in common; other namespaces were read. */
const changed: fc.Arbitrary<Two> = fc
  .record({ one: policySketch, other: policySketch, drop: fc.nat(), areAdminsKept: fc.boolean() })
  .map(({ one, other, drop, areAdminsKept }) => {
    const kept = one.policies.filter((_, index) => index !== drop % (one.policies.length + 1));
    const policies = [...kept, ...other.policies.slice(0, drop % 2)];
    const { clusterPolicies } = areAdminsKept ? one : other;
    return [one, { ...one, policies, clusterPolicies, namespaces: other.namespaces }];
  });

const LABELS: readonly Labels[] = [{ team: 'x' }, {}];

const relabeled: fc.Arbitrary<Two> = fc
  .tuple(policySketch, fc.shuffledSubarray([...LABELS], { minLength: 2 }))
  .map(([sketch, labels]) => {
    const [one, other] = labels.map(each => ({ ...sketch, namespaces: { a: { ...each, [NAME_LABEL]: 'a' } } }));
    return [one, other];
  });

describe.each([
  ['of which policies differ', changed],
  ['of which a namespace has other labels', relabeled],
])('of two clusters %s, what the one allows beyond the other', (_, twoClusters) => {
  it('is allowed in the one and denied in the other, by the oracle, when pods like those of the witness are there', () => {
    fc.assert(
      fc.property(twoClusters, ([one, other]) => {
        const found = allowedBeyond(reachOf(one), reachOf(other));
        if (found === undefined || 'reason' in found) return;
        const situation = situationOf(found);
        const truth = [...truthOf(isBeyond(one, other), situation, one)];
        expect({ situation, truth }).toEqual({ situation, truth: [true] });
      }),
      { numRuns: runs(100, 1_000) },
    );
  });

  it('is something wherever brute force finds a connection', () => {
    fc.assert(
      fc.property(twoClusters, ([one, other]) => {
        if (allowedBeyond(reachOf(one), reachOf(other)) !== undefined) return;
        const namespaces = { ...other.namespaces, ...one.namespaces };
        const situations = situationsOf({ ...one, namespaces }, [one, other]);
        expect(find(isBeyond(one, other), situations, one)).toEqual({});
      }),
      { numRuns: runs(10, 100) },
    );
  });
});

function reachOf(sketch: PolicySketch): Reach {
  return Reach.of(clusterOf({ ...sketch, pods: [] }), surroundingsOf(sketch).assumptions);
}

function isBeyond(one: PolicySketch, other: PolicySketch): Claim {
  return ({ connection, namespaces }, world) => {
    const [allowing, denying] = [one, other].map(sketch => world.oracle(sketch, asReadIn(sketch, namespaces)));
    return allowing.isAllowed(connection) && !denying.isAllowed(connection);
  };
}

/** Namespaces with their labels in a cluster, as far as they were read there. */
function asReadIn({ namespaces: read }: PolicySketch, namespaces: Situation['namespaces']): Situation['namespaces'] {
  return Object.fromEntries(Object.entries(namespaces).map(([name, labels]) => [name, read[name] ?? labels]));
}

function situationOf({ from, to, protocol, port }: Connection): Situation {
  const namespaces: Record<string, Labels> = {};
  const endOf = ({ workload, namespaceLabels = {}, address }: Participant): Endpoint => {
    if (workload === undefined) return { ip: address === undefined ? '' : formatIp(address) };
    const { namespace, name, labels, ports } = workload;
    namespaces[namespace] = namespaceLabels;
    const named = ports.map(({ name: called = '', ...each }) => ({ ...each, name: called }));
    return { ip: '', pod: { namespace, name, labels, ips: [], ports: named } };
  };
  return { connection: { from: endOf(from), to: endOf(to), protocol, port }, namespaces };
}
