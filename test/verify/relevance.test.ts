import fc from 'fast-check';
import { Pods } from '../../src/model/pods';
import { spaceOf } from '../../src/verify/space/comparison';
import { Questions } from '../../src/verify/space/questions';
import { policiesAbout } from '../../src/verify/space/relevance';
import { PATIENCE, runs } from './long';
import { policySketch, surroundingsOf, worldOf } from './policy-sketches';
import { connectionsOf, question } from './sketch-questions';

jest.setTimeout(PATIENCE);

describe('policies that can be about the ends of a question', () => {
  it('decide it as all policies together do', () => {
    fc.assert(
      fc.property(policySketch, question, (sketch, asked) => {
        const { from, to, ports } = connectionsOf(asked);
        const world = worldOf(sketch);
        for (const source of from) {
          for (const destination of to) {
            if (!(source instanceof Pods) || !(destination instanceof Pods)) continue;
            const verdicts = [world, policiesAbout({ from: { peer: source }, to: { peer: destination } }, world)].map(
              each => {
                const questions = new Questions(spaceOf(surroundingsOf(sketch)), each);
                const connections = { from: [source], to: [destination], ports };
                return [questions.anyAllowed(connections).verdict, questions.anyDenied(connections).verdict];
              },
            );
            expect(verdicts[1]).toEqual(verdicts[0]);
          }
        }
      }),
      { numRuns: runs(100, 3_000) },
    );
  });
});
