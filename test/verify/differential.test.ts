import fc from 'fast-check';
import { Connection } from '../oracle/cluster';
import { Judge, Verdict } from './judge';
import { PATIENCE, runs } from './long';
import { cluster, picks } from './sketches';

describe('the verifier and the oracle', () => {
  it(
    'agree on connections of random clusters, and on what cannot be told',
    () => {
      const count = { allow: 0, deny: 0, unknown: 0, cautious: 0 };
      fc.assert(
        fc.property(cluster, picks(250), (sketch, all) => {
          const judge = new Judge(sketch);
          for (const connection of judge.connectionsOf(all)) {
            const verdict = judge.verdictOfReach(connection);
            const right = judge.verdictOfOracle(connection);
            if (isCautious(judge, connection, [verdict, right])) count.cautious++;
            else expect({ ...connection, verdict }).toEqual({ ...connection, verdict: right });
            count[right]++;
          }
        }),
        { numRuns: runs(120, 12_000) },
      );
      console.info(JSON.stringify(count));
    },
    PATIENCE,
  );
});

/** Administrators' rules that one fact leaves in doubt are each taken for themselves: that can leave open what is not. */
function isCautious(judge: Judge, connection: Connection, [verdict, right]: readonly Verdict[]): boolean {
  return verdict === 'unknown' && right !== 'unknown' && judge.verdictRuleByRule(connection) === 'unknown';
}
