import fc from 'fast-check';
import { ENGINES } from '../../src/facts/engines';
import { Cidr } from '../../src/model/cidr';
import { Questions } from '../../src/verify/space/questions';
import { Existence, Space } from '../../src/verify/space/space';
import { Judge } from './judge';
import { PATIENCE, runs } from './long';
import { policyOf } from './model-of';
import { NARROW, PLANS } from './pools';
import { policiesOf } from './sketch-policies';
import { connectionsOf, isAsked, question } from './sketch-questions';
import { cluster, picks } from './sketches';
import { Claim, find, PolicySketch, situationsOf } from './universe';

jest.setTimeout(PATIENCE);

const sketch = fc.record({
  policies: policiesOf(NARROW, 3),
  clusterPolicies: fc.constant([]),
  namespaces: fc.constant({}),
  plan: fc.constantFrom(...PLANS),
});

describe.each(ENGINES.map(engine => [engine.name, engine] as const))('of %s', (_, engine) => {
  it('the verifier says of every connection what the oracle says that the engine does', () => {
    fc.assert(
      fc.property(cluster, picks(100), (sketched, all) => {
        const judge = new Judge({ ...sketched, clusterPolicies: [] }, { engine });
        for (const connection of judge.connectionsOf(all)) {
          const verdict = judge.verdictOfReach(connection);
          expect({ ...connection, verdict }).toEqual({ ...connection, verdict: judge.verdictOfOracle(connection) });
        }
      }),
      { numRuns: runs(20, 100) },
    );
  });

  it('of pods that could exist a connection is found exactly where brute force finds one', () => {
    fc.assert(
      fc.property(sketch, question, (policies, asked) => {
        const sketched: PolicySketch = { ...policies, engine };
        const assumptions = { podCidrs: sketched.plan.map(block => Cidr.of(block)), engine };
        const world = { policies: sketched.policies.map(policyOf), adminPolicies: [] };
        const questions = new Questions(new Space([], assumptions), world);
        const isAllowed: Claim = ({ connection }, { oracle }) => oracle(sketched).isAllowed(connection);
        const allowed: Claim = (situation, in_) => isAsked(asked)(situation, in_) && isAllowed(situation, in_);
        const denied: Claim = (situation, in_) => isAsked(asked)(situation, in_) && !isAllowed(situation, in_);
        const situations = situationsOf(sketched, [sketched, asked]);
        for (const [claim, found] of [
          [allowed, questions.anyAllowed(connectionsOf(asked))],
          [denied, questions.anyDenied(connectionsOf(asked))],
        ] as const) {
          expect({ found, verdict: found.verdict }).toEqual({ found, verdict: verdictOf(claim, situations, sketched) });
        }
      }),
      { numRuns: runs(5, 30) },
    );
  });
});

function verdictOf(claim: Claim, situations: ReturnType<typeof situationsOf>, of: PolicySketch): Existence['verdict'] {
  const { certain, possible } = find(claim, situations, of);
  if (certain !== undefined) return 'some';
  return possible === undefined ? 'none' : 'unknown';
}
