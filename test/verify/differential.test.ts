import fc from 'fast-check';
import { Connection } from '../oracle/cluster';
import { Judge, Verdict } from './judge';
import { LONG, PATIENCE } from './long';
import { clusterOf } from './model-of';
import { readAsYaml } from './read-as-yaml';
import { cluster, picksFrom } from './sketches';

/** How many connections are compared at least. */
const LEAST = LONG ? 1_000_000 : 10_000;

/** Picked in each cluster; those from outside to outside are none. */
const PICKS = LONG ? 500 : 100;

describe('the verifier and the oracle', () => {
  it.each([
    ['as they are', clusterOf],
    ['read from YAML', readAsYaml],
  ] as const)(
    'agree on connections of random clusters, and on what cannot be told: %s',
    (_, readAs) => {
      const count = { allow: 0, deny: 0, unknown: 0, cautious: 0 };
      fc.assert(
        fc.property(cluster, fc.nat(), (sketch, seed) => {
          const judge = new Judge(sketch, { cluster: readAs(sketch) });
          for (const connection of judge.connectionsOf(picksFrom(seed, PICKS))) {
            const verdict = judge.verdictOfReach(connection);
            const right = judge.verdictOfOracle(connection);
            if (verdict === right) count[right]++;
            else if (isCautious(judge, connection, [verdict, right])) count.cautious++;
            else expect({ ...connection, verdict }).toEqual({ ...connection, verdict: right });
          }
        }),
        { numRuns: (2 * LEAST) / PICKS },
      );
      const { allow, deny, unknown, cautious } = count;
      expect(allow + deny + unknown + cautious).toBeGreaterThanOrEqual(LEAST);
      expect(Math.min(allow, deny, unknown)).toBeGreaterThan(LEAST / 100);
      expect(cautious).toBeLessThan(LEAST / 1000);
    },
    PATIENCE,
  );
});

/** Administrators' rules that one fact leaves in doubt are each taken for themselves: that can leave open what is not. */
function isCautious(judge: Judge, connection: Connection, [verdict, right]: readonly Verdict[]): boolean {
  return verdict === 'unknown' && right !== 'unknown' && judge.verdictRuleByRule(connection) === 'unknown';
}
