import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { cluster, endpointsIn, probes } from '../arbitraries/clusters';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { Cluster } from '../oracle/cluster';
import { NetworkPolicy } from '../oracle/manifest';
import { Oracle } from '../oracle/oracle';
import { connectionsIn } from './connections';
import { Meaning } from './meaning';
import { runs } from './runs';

/** Where manifests are applied that leave their namespace open. */
const OPEN = 'shop';

const DIRECTIONS = ['Ingress', 'Egress'] as const;

describe.each(USAGES)('in whichever cluster, the policies of %s', (_, usage) => {
  it('isolate exactly the pods that its guarantee says', () => {
    fc.assert(
      fc.property(usage, cluster, (used, world) => {
        const { oracle, meaning } = judges(used.make(), world);
        for (const pod of world.pods) {
          for (const direction of DIRECTIONS) {
            expect([pod.name, direction, oracle.isIsolated(pod, direction)]).toEqual([
              pod.name,
              direction,
              meaning.isIsolated(pod, direction),
            ]);
          }
        }
      }),
      runs(100),
    );
  });

  it('allow at these pods exactly the connections that it opens', () => {
    fc.assert(
      fc.property(usage, cluster, probes, (used, world, ports) => {
        const { oracle, meaning } = judges(used.make(), world);
        const differences = connectionsIn(endpointsIn(world), ports).flatMap(connection =>
          DIRECTIONS.filter(direction => {
            const { pod } = direction === 'Ingress' ? connection.to : connection.from;
            if (pod === undefined || !oracle.isIsolated(pod, direction)) return false;
            return oracle.isAllowedAt(direction, connection) !== meaning.isOpened(direction, connection);
          }).map(direction => ({ direction, connection })),
        );
        expect(differences).toEqual([]);
      }),
      runs(100),
    );
  });
});

function judges({ chart, guarantee }: ReturnType<Usage['make']>, { namespaces }: Cluster) {
  const policies = (Testing.synth(chart) as NetworkPolicy[]).map(policy => ({
    ...policy,
    metadata: { namespace: OPEN, ...policy.metadata },
  }));
  return {
    oracle: new Oracle({ namespaces }, policies),
    meaning: new Meaning(guarantee, { namespaces, openNamespace: OPEN }),
  };
}
