import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Cluster } from '../src/model/cluster';
import { readObjects } from '../src/read/read-objects';
import { diff } from '../src/verify/matrix/diff';
import { Reached } from '../src/verify/matrix/reached';
import { Block, blocksOf } from './docs/markdown';
import { programOf, run } from './docs/program';

/** What a page shows: manifests as they were written before, a program for the same, and how their reach compares. */
interface Pair {
  readonly before: Block;
  readonly after: Block;
}

const pairsIn = (page: string): Pair[] => {
  const blocks = blocksOf(page, readFileSync(join(__dirname, '..', page), 'utf8'));
  return blocks.flatMap((after, index) =>
    /^(same|stricter over IPv4)$/.test(after.remark) ? [{ before: blocks[index - 1], after }] : [],
  );
};

const deployment = (namespace: string, name: string, labels: Readonly<Record<string, string>>) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name }] } } },
});

/** Whom the pages talk about, and pods that look like them elsewhere. */
const OBJECTS = [
  ...['web', 'api', 'redis', 'jobs', 'other'].map(app => deployment('shop', app, { app })),
  ...['web', 'api'].map(app => deployment('pay', app, { app })),
  deployment('pay', 'like-dns', { 'k8s-app': 'kube-dns' }),
  deployment('kube-system', 'coredns', { 'k8s-app': 'kube-dns' }),
  deployment('kube-system', 'metrics-server', { 'k8s-app': 'metrics-server' }),
  deployment('monitoring', 'prometheus', { 'app.kubernetes.io/name': 'prometheus' }),
  deployment('monitoring', 'grafana', { 'app.kubernetes.io/name': 'grafana' }),
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring', labels: { team: 'ops' } } },
];

type Manifest = (typeof OBJECTS)[number];

function manifestsOf({ language, text }: Block): Manifest[] {
  if (language === 'yaml') return loadAll(text) as Manifest[];
  const { written, thrown } = run(programOf(text));
  expect(thrown).toBeUndefined();
  return loadAll(written.get('shop.k8s.yaml') ?? '') as Manifest[];
}

const isPolicy = ({ kind }: Manifest) => kind === 'NetworkPolicy';

/** Policies among the workloads of the pages; those that a program has itself stand for their namesakes. */
function clusterOf(workloads: readonly Manifest[], policies: readonly Manifest[]): Cluster {
  const names = workloads.map(({ metadata }) => metadata.name);
  const others = OBJECTS.filter(
    ({ metadata }) => !('namespace' in metadata && metadata.namespace === 'shop' && names.includes(metadata.name)),
  );
  const { cluster, findings } = readObjects(
    [...others, ...workloads, ...policies].map(object => ({ object, origin: object.metadata.name })),
  );
  expect(findings).toEqual([]);
  return cluster;
}

const touchesIpv4 = ({ from, to }: Reached) =>
  [from, to].every(end => 'workload' in end || end.cidrs.some(cidr => !cidr.includes(':')));

describe.each(['docs/from-yaml.md', 'docs/from-cdk8s-plus.md'])('%s', page => {
  const pairs = pairsIn(page);

  it('has pairs', () => expect(pairs.length).toBeGreaterThan(5));

  it.each(pairs.map(pair => [pair.after.at, pair] as const))('compares as it says: %s', (_, { before, after }) => {
    const old = manifestsOf(before);
    const workloads = old.filter(each => !isPolicy(each));
    const [none, then, now] = [[], old.filter(isPolicy), manifestsOf(after)].map(each => clusterOf(workloads, each));
    expect(diff(none, now).removed).not.toEqual([]);
    const { added, removed } = diff(then, now);
    if (after.remark === 'same') expect([added, removed]).toEqual([[], []]);
    else {
      expect(added.filter(touchesIpv4)).toEqual([]);
      expect(removed.some(touchesIpv4)).toBe(true);
    }
  });
});
