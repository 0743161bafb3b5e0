import fc from 'fast-check';
import { PolicyWorld } from '../../src/verify/reach/enforcement';
import { Comparison, comparePolicies } from '../../src/verify/space/comparison';
import { PATIENCE, runs } from './long';
import { policyOf } from './model-of';
import { policySketch, surroundingsOf, worldOf } from './policy-sketches';
import { NARROW } from './pools';
import { policyOf as policySketchOf } from './sketch-policies';
import { Claim, find, PolicySketch, situationsOf, truthOf } from './universe';
import { situationOf, verdictOfReach } from './witness';

jest.setTimeout(PATIENCE);

/** Two sets of policies that have most in common. */
const twoSets = fc
  .tuple(policySketch, fc.nat(), fc.option(policySketchOf(NARROW)))
  .map(([sketch, drop, more]): [PolicySketch, PolicySketch] => {
    const kept = sketch.policies.filter((_, index) => index !== drop % (sketch.policies.length + 1));
    return [sketch, { ...sketch, policies: more === null ? kept : [...kept, more] }];
  });

describe('of two sets of policies', () => {
  it('each is equal to itself, in whichever order', () => {
    fc.assert(
      fc.property(policySketch, sketch => {
        const { policies, adminPolicies } = worldOf(sketch);
        const reversed = { policies: [...policies].reverse(), adminPolicies };
        expect(comparePolicies({ policies, adminPolicies }, reversed, surroundingsOf(sketch)).relation).toBe('equal');
      }),
      { numRuns: runs(10, 100) },
    );
  });

  it('the second is to the first as the first is to the second, the other way round', () => {
    fc.assert(
      fc.property(twoSets, ([one, other]) => {
        const [there, back] = [compared(one, other), compared(other, one)];
        expect(back.relation).toBe(OPPOSITE[there.relation]);
        expect([back.onlyFirst, back.onlySecond]).toEqual([there.onlySecond, there.onlyFirst]);
      }),
      { numRuns: runs(10, 100) },
    );
  });

  it('a connection is told that only one allows, and the oracle and a reach confirm it', () => {
    fc.assert(
      fc.property(twoSets, ([one, other]) => {
        const { onlyFirst, onlySecond } = compared(one, other);
        for (const [witness, allowing, denying] of [
          [onlyFirst, one, other] as const,
          [onlySecond, other, one] as const,
        ]) {
          if (witness === undefined) continue;
          const situation = situationOf(witness);
          expect([...truthOf(isAllowedBeyond(allowing, denying), situation, one)]).toEqual([true]);
          if (one.clusterPolicies.length > 0) continue;
          expect([allowing, denying].map(each => verdictOfReach(situation, each))).toEqual(['allow', 'deny']);
        }
      }),
      { numRuns: runs(10, 100) },
    );
  });

  it('the first contains the second exactly where brute force finds nothing that only the second allows', () => {
    fc.assert(
      fc.property(twoSets, ([one, other]) => {
        const { relation } = compared(one, other);
        const situations = situationsOf(one, [one, other]);
        const [more, less] = [isAllowedBeyond(one, other), isAllowedBeyond(other, one)].map(
          claim => find(claim, situations, one).certain !== undefined,
        );
        if (relation !== 'unknown') expect({ relation, more, less }).toEqual({ relation, ...FOUND[relation] });
      }),
      { numRuns: runs(5, 40) },
    );
  });

  it('one with a rule more is never narrower', () => {
    fc.assert(
      fc.property(policySketch, fc.nat(), policySketchOf(NARROW), (sketch, number, { spec }) => {
        const { policies, adminPolicies } = worldOf(sketch);
        const chosen = policies[number % policies.length];
        const { ingress = [], egress = [] } = policyOf({ metadata: {}, spec });
        const wider = policies.map(each =>
          each !== chosen
            ? each
            : {
                ...each,
                ingress: each.ingress && [...each.ingress, ...ingress],
                egress: each.egress && [...each.egress, ...egress],
              },
        );
        const one: PolicyWorld = { policies: wider, adminPolicies };
        const { relation, onlySecond } = comparePolicies(one, { policies, adminPolicies }, surroundingsOf(sketch));
        expect({ relation, onlySecond }).toEqual({
          relation: expect.stringMatching(/equal|wider|unknown/),
          onlySecond: undefined,
        });
      }),
      { numRuns: runs(10, 100) },
    );
  });
});

const OPPOSITE = {
  equal: 'equal',
  wider: 'narrower',
  narrower: 'wider',
  different: 'different',
  unknown: 'unknown',
} as const;

const FOUND = {
  equal: { more: false, less: false },
  wider: { more: true, less: false },
  narrower: { more: false, less: true },
  different: { more: true, less: true },
} as const;

function compared(one: PolicySketch, other: PolicySketch): Comparison {
  return comparePolicies(worldOf(one), worldOf(other), surroundingsOf(one));
}

function isAllowedBeyond(one: PolicySketch, other: PolicySketch): Claim {
  return ({ connection }, world) =>
    world.oracle(one).isAllowed(connection) && !world.oracle(other).isAllowed(connection);
}
