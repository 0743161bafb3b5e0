import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { DEFAULT_POD_CIDRS } from '../../src/model/assumptions';
import { Guarantee } from '../../src/model/guarantee';
import { PlannedPolicy } from '../../src/model/policy';
import { prove } from '../../src/verify/space/proof';
import { cluster, endpointsIn, probes } from '../arbitraries/clusters';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { manifestOf } from '../emit/manifest-of';
import { Connection, Labels } from '../oracle/cluster';
import { outcomes } from '../oracle/doubts';
import { NetworkPolicy } from '../oracle/manifest';
import { OpenFacts } from '../oracle/open-facts';
import { Direction, Oracle } from '../oracle/oracle';
import { Meaning } from '../properties/meaning';
import { PATIENCE, runs } from './long';
import { policyOf } from './model-of';
import { mutated, mutation } from './mutations';
import { situationOf } from './witness';

jest.setTimeout(PATIENCE);

/** What the prover calls the namespace of manifests that leave it open. */
const OPEN = 'some-namespace';

const DIRECTIONS: readonly Direction[] = ['Ingress', 'Egress'];

/** What became of mistakes, all constructs together. */
const count = { holds: 0, broken: 0, unknown: 0 };

describe.each(USAGES)('of the policies of %s', (_, usage) => {
  it('the guarantee is proven for every pod that could exist', () => {
    fc.assert(
      fc.property(usage, used => {
        const { guarantee, policies } = written(used);
        expect(prove(guarantee, policies)).toEqual({ verdict: 'holds' });
      }),
      { numRuns: runs(20, 100) },
    );
  });

  it('no mistake is proven to be none: it has a witness, or no cluster shows it', () => {
    fc.assert(
      fc.property(usage, mutation, fc.tuple(cluster, probes), (used, mistake, [world, ports]) => {
        const { guarantee, policies } = written(used);
        const broken = mutated(policies, mistake);
        const proof = prove(guarantee, broken);
        count[proof.verdict]++;
        if (proof.verdict === 'broken') {
          const { connection, namespaces } = situationOf(proof.witness);
          expect([proof, ...flawsAt(connection, { guarantee, policies: broken, namespaces })]).toEqual([proof, true]);
        } else if (proof.verdict === 'holds') {
          const judged = { guarantee, policies: broken, namespaces: world.namespaces };
          expect(connectionsIn(world, ports).find(each => flawsAt(each, judged).has(true))).toBeUndefined();
        }
      }),
      { numRuns: runs(60, 150) },
    );
  });
});

it('most mistakes are proven to be some, and few cannot be told', () => {
  expect(count.holds).toBeGreaterThan(0);
  expect(count.broken).toBeGreaterThan(count.holds);
  expect(count.broken).toBeGreaterThan(20 * count.unknown);
});

interface Judged {
  readonly guarantee: Guarantee;
  readonly policies: readonly PlannedPolicy[];
  readonly namespaces: Readonly<Record<string, Labels>>;
}

/** Whether policies do other than their guarantee says at one of the ends of a connection, whatever is open. */
function flawsAt(connection: Connection, { guarantee, policies, namespaces }: Judged): Set<boolean> {
  const manifests = policies.map(each => manifestOf({ ...each, namespace: each.namespace ?? OPEN }));
  return outcomes(choose => {
    const facts = new OpenFacts(DEFAULT_POD_CIDRS.map(String), choose);
    const oracle = new Oracle({ namespaces }, manifests as NetworkPolicy[], facts);
    const meaning = new Meaning(guarantee, { namespaces, openNamespace: OPEN, facts });
    return DIRECTIONS.some(direction => {
      const { pod } = direction === 'Ingress' ? connection.to : connection.from;
      if (pod === undefined) return false;
      if (oracle.isIsolated(pod, direction) !== meaning.isIsolated(pod, direction)) return true;
      const isAllowed = () => oracle.isAllowedAt(direction, connection) !== meaning.isOpened(direction, connection);
      return oracle.isIsolated(pod, direction) && isAllowed();
    });
  });
}

/** Every end to every other of its family, at every port. */
function connectionsIn(
  world: Parameters<typeof endpointsIn>[0],
  ports: readonly Pick<Connection, 'port' | 'protocol'>[],
): Connection[] {
  const isFamily = ({ from, to }: Pick<Connection, 'from' | 'to'>) => from.ip.includes(':') === to.ip.includes(':');
  const ends = endpointsIn(world);
  const pairs = ends.flatMap(from => ends.map(to => ({ from, to }))).filter(isFamily);
  return pairs.flatMap(pair => ports.map(port => ({ ...pair, ...port })));
}

/** What a construct guarantees, and its policies as they are read from its manifests. */
function written(used: Usage): { guarantee: Guarantee; policies: PlannedPolicy[] } {
  const { chart, guarantee } = used.make();
  const policies = (Testing.synth(chart) as NetworkPolicy[]).map(manifest => ({
    ...policyOf(manifest),
    namespace: manifest.metadata?.namespace ?? undefined,
  }));
  return { guarantee, policies };
}
