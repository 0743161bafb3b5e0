import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIp } from '../../src/model/ip-address';
import { readObjects } from '../../src/read/read-objects';
import { Reach } from '../../src/verify/reach/reach';
import { describeShared } from '../shared';
import { clusterPolicyCases, ConformanceCase, e2eCases, Probe, recipeCases } from './conformance-cases';
import { Verdict, verdictIn } from './judge';
import { protocolOf } from './model-of';

describeShared("read and judged, other people's verdicts", shared => {
  it('of Kubernetes are 6,362, all definite and none different', () => {
    expect(tally(e2eCases(shared))).toEqual({ right: 6362, different: [], unknown: [] });
  });

  it('of ClusterNetworkPolicy are 301, none different; only of nodes as peers four cannot be told', () => {
    const file = join(shared, 'conformance', 'network-policy-api-conformance', 'cases.json');
    const { common } = JSON.parse(readFileSync(file, 'utf8')) as { common: { pods: unknown[] } };
    const { unknown, ...definite } = tally(clusterPolicyCases(shared, common.pods));
    expect(definite).toEqual({ right: 297, different: [] });
    expect(unknown.filter(each => !/^CNP(Admin|Baseline)TierEgressNodePeers-/.test(each))).toEqual([]);
    expect(unknown).toHaveLength(4);
  });

  it('of the recipes are 35, all definite; one of recipe-14 contradicts the YAML beside it', () => {
    // The text says that foo reaches web; the policy allows foo nothing but DNS.
    const different = ['recipe-14: default/foo to default/web on TCP 80'];
    expect(tally(recipeCases(shared))).toEqual({ right: 34, different, unknown: [] });
  });
});

interface Tally {
  right: number;
  readonly different: string[];
  readonly unknown: string[];
}

function tally(cases: readonly ConformanceCase[]): Tally {
  const found: Tally = { right: 0, different: [], unknown: [] };
  for (const { id, objects, probes } of cases) {
    const { cluster } = readObjects(objects.map(object => ({ object, origin: id })));
    const reach = Reach.of(cluster);
    for (const probe of probes) {
      const inWords = `${id}: ${probe.from} to ${probe.to} on ${probe.protocol} ${probe.port}`;
      const verdict = verdictOf(reach, probe);
      if (verdict === 'unknown') found.unknown.push(inWords);
      else if ((verdict === 'allow') === probe.allowed) found.right++;
      else found.different.push(inWords);
    }
  }
  return found;
}

function verdictOf(reach: Reach, { from, to, protocol, port }: Probe): Verdict {
  return verdictIn(reach, [numberOf(reach, from), numberOf(reach, to)], { protocol: protocolOf(protocol), port });
}

function numberOf({ cluster, endpoints }: Reach, end: string): number {
  const address = parseIp(end);
  if (address !== undefined) return endpoints.podCount + endpoints.addresses.classOf(address);
  const workload = cluster.workloads.find(({ namespace, name }) => `${namespace}/${name}` === end);
  if (workload === undefined) throw new Error(`there is no pod ${end}`);
  return endpoints.pods.numberOf(workload);
}
