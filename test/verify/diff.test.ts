import fc from 'fast-check';
import { Assumptions } from '../../src/model/assumptions';
import { Cluster, Workload } from '../../src/model/cluster';
import { diff, Difference, isNothing } from '../../src/verify/matrix/diff';
import { Reached } from '../../src/verify/matrix/reached';
import { Ports, Reach } from '../../src/verify/reach/reach';
import { PortSets } from '../../src/verify/sets/port-sets';
import { nameOf, namesAt } from './answers';
import { Judge, Verdict } from './judge';
import { PATIENCE, runs } from './long';
import { addressOf, protocolOf } from './model-of';
import { ADDRESSES, PROBES } from './pools';
import { cluster, PlannedCluster } from './sketches';

jest.setTimeout(PATIENCE);

const RUNS = { numRuns: runs(10, 300) };

/** Two clusters that have some of their pods, policies and namespaces in common. */
const twoClusters = fc
  .tuple(cluster, cluster, fc.infiniteStream(fc.boolean()))
  .map(([before, other, mixed]): [PlannedCluster, PlannedCluster] => {
    const isOther = () => mixed.next().value;
    const mix = <T>(these: readonly T[], those: readonly T[]) => [
      ...these.filter(() => !isOther()),
      ...those.filter(isOther),
    ];
    const byName = new Map(
      [...other.pods, ...mix(before.pods, [])].map(pod => [`${pod.namespace} ${pod.kind} ${pod.name}`, pod]),
    );
    const pods = [...byName.values()].filter(() => !isOther());
    const policies = mix(before.policies, other.policies);
    const clusterPolicies = mix(before.clusterPolicies, other.clusterPolicies).map((policy, index) => ({
      ...policy,
      metadata: { name: `cnp-${index}` },
    }));
    const namespaces = isOther() ? other.namespaces : before.namespaces;
    return [before, { ...before, namespaces, pods, policies, clusterPolicies }];
  });

describe('the difference between two clusters', () => {
  it('is empty for one and the same', () => {
    fc.assert(
      fc.property(cluster, sketch => {
        const { cluster: same, assumptions } = new Judge(sketch);
        expect(isNothing(diff(same, { ...same }, { assumptions }))).toBe(true);
      }),
      RUNS,
    );
  });

  it('is exactly what is allowed in one and not in the other, and what is in doubt in one and denied in the other', () => {
    fc.assert(
      fc.property(twoClusters, ([one, other]) => {
        const [before, after] = [one, other].map(each => new Judge(each));
        const found = diff(before.cluster, after.cluster, { assumptions: before.assumptions });
        expect(probed(found.added, found)).toBe(expected([before.cluster, after.cluster], before.assumptions));
        expect(probed(found.removed, found)).toBe(expected([after.cluster, before.cluster], before.assumptions));
      }),
      RUNS,
    );
  });

  it('names the workloads that are in one of them only', () => {
    fc.assert(
      fc.property(twoClusters, ([one, other]) => {
        const [before, after] = [one, other].map(each => new Judge(each).cluster);
        const { appeared, vanished } = diff(before, after);
        const missing = (here: Cluster, there: Cluster) => {
          const names = new Set(there.workloads.map(nameOf));
          return here.workloads.map(nameOf).filter(name => !names.has(name));
        };
        expect([appeared.map(nameOf), vanished.map(nameOf)]).toEqual([missing(after, before), missing(before, after)]);
      }),
      RUNS,
    );
  });

  it('tells workloads of one name apart by their labels', () => {
    const pods = (...all: string[]) => clusterOf(all.map(app => workload({ app })));
    expect(diff(pods('web', 'api'), pods('api', 'web'))).toMatchObject({ added: [], appeared: [], vanished: [] });
    const { appeared, vanished } = diff(pods('web', 'api'), pods('api', 'db', 'cron'));
    expect([appeared, vanished].map(each => each.map(({ labels }) => labels.app))).toEqual([['cron'], []]);
    expect(diff(pods('web', 'api'), pods('api')).vanished.map(({ labels }) => labels.app)).toEqual(['web']);
  });
});

/** What a list says of every pair at every probed port; an answer that stands there twice is one too many. */
function probed(reached: readonly Reached[], { portSets }: Difference): string {
  const verdicts = new Map<string, Verdict>();
  for (const { from, to, ...ports } of reached) {
    const verdictAt = atPorts(portSets, ports);
    for (const [source, destination] of namesAt(from).flatMap(name => namesAt(to).map(each => [name, each]))) {
      for (const { protocol, port } of PROBES) {
        const verdict = verdictAt(protocol, port);
        const key = `${source} -> ${destination} ${protocol} ${port}`;
        if (verdict === 'deny') continue;
        if (verdicts.has(key)) throw new Error(`${key} stands there twice`);
        verdicts.set(key, verdict);
      }
    }
  }
  return lines(verdicts);
}

/** What the second cluster allows, or leaves in doubt, and the first one does not. */
function expected(clusters: readonly [Cluster, Cluster], assumptions: Assumptions): string {
  const [before, after] = clusters.map(each => everyVerdict(each, assumptions));
  const more = [...after].filter(([key, verdict]) => {
    const known = before.get(key) ?? 'deny';
    return verdict === 'allow' ? known !== 'allow' : known === 'deny';
  });
  return lines(more);
}

/** Asked one by one; what is denied is left out. */
function everyVerdict(one: Cluster, assumptions: Assumptions): Map<string, Verdict> {
  const reach = Reach.of(one, assumptions);
  const { endpoints } = reach;
  const ends = [
    ...one.workloads.map(each => ({ name: nameOf(each), number: endpoints.pods.numberOf(each) })),
    ...ADDRESSES.map(name => ({ name, number: endpoints.podCount + endpoints.addresses.classOf(addressOf(name)) })),
  ];
  const isAsked = (from: string, to: string) =>
    from === to ? !from.includes('/Pod/') : from.includes('/') || to.includes('/');
  const pairs = ends
    .flatMap(from => ends.map(to => [from, to] as const))
    .filter(([from, to]) => isAsked(from.name, to.name));
  return new Map(
    pairs.flatMap(([from, to]) => {
      const verdictAt = atPorts(reach.portSets, reach.between(from.number, to.number));
      return PROBES.flatMap(({ protocol, port }) => {
        const verdict = verdictAt(protocol, port);
        return verdict === 'deny' ? [] : [[`${from.name} -> ${to.name} ${protocol} ${port}`, verdict] as const];
      });
    }),
  );
}

function atPorts(portSets: PortSets, { allowed, unknown }: Pick<Ports, 'allowed' | 'unknown'>) {
  return (protocol: string, port: number): Verdict => {
    if (portSets.has(allowed, protocolOf(protocol), port)) return 'allow';
    return portSets.has(unknown, protocolOf(protocol), port) ? 'unknown' : 'deny';
  };
}

/** As text: a thousand lines are compared faster than a thousand entries. */
function lines(verdicts: Iterable<readonly [string, Verdict]>): string {
  return Array.from(verdicts, each => each.join(' '))
    .sort()
    .join('\n');
}

function workload(labels: Record<string, string>): Workload {
  return { namespace: 'shop', kind: 'Pod', name: 'job-', labels, ports: [], addresses: [], hostNetwork: false };
}

function clusterOf(workloads: readonly Workload[]): Cluster {
  return { namespaces: [], workloads, services: [], policies: [], adminPolicies: [] };
}
