import fc from 'fast-check';
import { spaceOf } from '../../src/verify/space/comparison';
import { Questions } from '../../src/verify/space/questions';
import { Existence } from '../../src/verify/space/space';
import { PATIENCE, runs } from './long';
import { policySketch, surroundingsOf, worldOf } from './policy-sketches';
import { NARROW } from './pools';
import { policiesOf } from './sketch-policies';
import { connectionsOf, isAsked, question } from './sketch-questions';
import { Claim, find, PolicySketch, situationsOf, truthOf } from './universe';
import { situationOf, verdictOfReach } from './witness';

jest.setTimeout(PATIENCE);

const RUNS = { numRuns: runs(25, 200) };

describe('of every pod that could exist', () => {
  it('anyAllowed finds a connection exactly where brute force does', () => {
    fc.assert(
      fc.property(policySketch, question, fc.option(question), (sketch, asked, except) => {
        const found = questionsOf(sketch).anyAllowed(connectionsOf(asked), except ? [connectionsOf(except)] : []);
        const isAllowed: Claim = ({ connection }, world) => world.oracle(sketch).isAllowed(connection);
        compare(found, all(isAsked(asked), unless(except && isAsked(except)), isAllowed), [sketch, asked, except]);
        if (found.verdict === 'some') confirm(found, sketch, 'allow');
      }),
      RUNS,
    );
  });

  it('anyDenied finds a connection exactly where brute force does', () => {
    fc.assert(
      fc.property(policySketch, question, fc.option(question), (sketch, asked, except) => {
        const found = questionsOf(sketch).anyDenied(connectionsOf(asked), except ? [connectionsOf(except)] : []);
        const isDenied: Claim = ({ connection }, world) => !world.oracle(sketch).isAllowed(connection);
        compare(found, all(isAsked(asked), unless(except && isAsked(except)), isDenied), [sketch, asked, except]);
        if (found.verdict === 'some') confirm(found, sketch, 'deny');
      }),
      RUNS,
    );
  });

  it('anyAllowedBeyond finds a connection exactly where brute force does', () => {
    const change = fc.record({ drop: fc.nat(), more: policiesOf(NARROW, 1) });
    fc.assert(
      fc.property(policySketch, change, (sketch, { drop, more }) => {
        const kept = sketch.policies.filter((_, index) => index !== drop % sketch.policies.length);
        const others: PolicySketch = { ...sketch, policies: [...kept, ...more] };
        const space = spaceOf(surroundingsOf(sketch));
        const found = questionsOf(sketch, space).anyAllowedBeyond(questionsOf(others, space));
        const isBeyond: Claim = ({ connection }, world) =>
          world.oracle(sketch).isAllowed(connection) && !world.oracle(others).isAllowed(connection);
        compare(found, isBeyond, [sketch, others]);
        if (found.verdict === 'some') confirm(found, sketch, 'allow');
        if (found.verdict === 'some') confirm(found, others, 'deny');
      }),
      RUNS,
    );
  });
});

function compare(existence: Existence, claim: Claim, asked: readonly [PolicySketch, ...unknown[]]): void {
  const [sketch] = asked;
  if (existence.verdict === 'some') {
    const situation = situationOf(existence.witness);
    expect({ situation, truth: [...truthOf(claim, situation, sketch)] }).toEqual({ situation, truth: [true] });
    return;
  }
  const found = find(claim, situationsOf(sketch, asked), sketch);
  expect({ existence, found }).toEqual({
    existence,
    found: existence.verdict === 'none' ? {} : { possible: found.possible ?? 'one' },
  });
}

/** A reach of the witness alone says the same; of administrators' rules in doubt it may be too cautious to say anything. */
function confirm({ witness }: Existence & { verdict: 'some' }, sketch: PolicySketch, verdict: 'allow' | 'deny'): void {
  const said = verdictOfReach(situationOf(witness), sketch);
  expect(said === 'unknown' && sketch.clusterPolicies.length > 0 ? verdict : said).toBe(verdict);
}

function all(...claims: readonly Claim[]): Claim {
  return (situation, world) => claims.every(claim => claim(situation, world));
}

function unless(claim: Claim | null): Claim {
  return (situation, world) => !claim?.(situation, world);
}

function questionsOf(sketch: PolicySketch, space = spaceOf(surroundingsOf(sketch))): Questions {
  return new Questions(space, worldOf(sketch));
}
