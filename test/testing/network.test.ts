import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Testing, Yaml } from 'cdk8s';
import { DefaultDeny, Pods, Port, Workload } from '../../src';
import { Network, NetworkSource } from '../../src/testing';
import '../../src/testing/jest';
import { failure } from './failure';
import { deployment, shopApp } from './shop-app';

const { app, policies, workloads } = shopApp();
const manifests = [policies, workloads].flatMap(chart => Testing.synth(chart) as object[]);
const yaml = Yaml.stringify(...manifests);
const folder = mkdtempSync(join(tmpdir(), 'netpol-network-'));
writeFileSync(join(folder, 'shop.yaml'), yaml);

afterAll(() => rmSync(folder, { recursive: true }));

const SOURCES: (readonly [string, NetworkSource])[] = [
  ['an app', app],
  ['charts', [policies, workloads]],
  ['objects', manifests],
  ['YAML', yaml],
  ['JSON', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests })],
  ['a folder', folder],
  ['a file', join(folder, 'shop.yaml')],
  ['a chart and a file', [policies, join(folder, 'shop.yaml')]],
];

describe('a network', () => {
  it.each(SOURCES)('is read from %s', (_, source) => {
    expect(Network.of(source)).toAllow('shop/frontend', 'shop/backend', Port.tcp(8080));
    expect(Network.of(source)).toDeny(Pods.any(), 'shop/database', { except: ['shop/backend'] });
  });

  it('names a policy by file and line where it was read from one', () => {
    const message = failure(() => expect(Network.of(folder)).toDeny('shop/frontend', 'shop/backend'));
    expect(message).toContain(`shop/shop-backend (${folder}/shop.yaml:`);
  });

  it('names the policy of a workload by the workload', () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    const web = new Workload(chart, 'web', { pods: Pods.labeled({ app: 'web' }) });
    web.isolate();
    const message = failure(() => expect(Network.of(chart)).not.toDeny(Pods.any(), web));
    expect(message).toContain('isolated by shop/web (shop/web)\n');
  });

  it('has what is in the app when it is first asked, and then no more', () => {
    const other = shopApp();
    const early = Network.of(other.app);
    deployment(other.workloads, 'job', { labels: { tier: 'job' } });
    expect(early).toDeny('shop/job', 'shop/database');
    deployment(other.workloads, 'late', { labels: { tier: 'late' } });
    expect(failure(() => expect(early).toDeny('shop/late', 'shop/database'))).toContain('no such workload');
  });

  it('is refused where the API server would refuse a manifest, with the place', () => {
    const broken = yaml.replace('port: 8080', 'port: 808080');
    expect(failure(() => expect(Network.of(broken)).toDeny('shop/frontend', 'shop/database'))).toMatch(
      /^the manifests cannot be read:\n {2}manifests:\d+:\d+: NetworkPolicy\/shop\/shop-\w+ spec\.\w+\[\d\]\.ports\[0\]\.port: port 808080 does not exist; /,
    );
  });

  it('is refused in lines of ours, whatever stands in the manifests', () => {
    const broken = yaml.replace('podSelector:', `${String.raw`"\e[2J\n::error::no": 1`}\n  podSelector:`);
    const said = failure(() => expect(Network.of(broken)).toDeny('shop/frontend', 'shop/database'));
    expect(said).toContain(String.raw`there is no field '\u001b[2J\n::error::no' here`);
  });

  it('is refused for what has no manifests, and a path that is not there', () => {
    const asked = (source: unknown) => failure(() => expect(Network.of(source as string)).toIsolate(Pods.any()));
    expect(asked(7)).toContain('7 has no manifests; give an App');
    expect(asked(`${folder}/none`)).toContain('there is no such file or folder');
    expect(asked({ metadata: {} })).toContain('this is no Kubernetes object: it has no kind');
  });

  it('takes the word of an engine, and the addresses of pods', () => {
    expect(failure(() => Network.of(app, { engine: 'clium' }))).toContain(
      "engine: there is no engine 'clium'; did you mean cilium?",
    );
    expect(failure(() => Network.of(app, { podCidrs: ['10.0.0.1/8'] }))).toContain('podCidrs[0]');
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new DefaultDeny(chart, 'deny');
    expect(Network.of(chart)).toDeny(Pods.any(), Pods.any().inNamespace('shop'));
    expect(Network.of(chart, { engine: 'flannel' })).toAllow(Pods.any(), Pods.any().inNamespace('shop'));
  });
});
