import { ApiObject, App, Chart, Include, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-34';
import { DefaultDeny, MonitoringAccess, Pods, Port, ThreeTierApp } from '../../src';
import { refusalOf } from '../refusal';
import { SHOP } from './shop';
import { policiesOf, testChart } from './synth';

/** The labels by which the one policy of a chart selects. */
function selectedBy(thing: unknown, chart: Chart) {
  new DefaultDeny(chart, 'deny', { pods: Pods.of(thing) });
  return policiesOf(chart)[0].spec?.podSelector;
}

const KUBE = { apiVersion: 'apps/v1', kind: 'Deployment' };

function rawDeployment(chart: Chart, labels: object = { app: 'web' }, spec: object = {}): ApiObject {
  return new ApiObject(chart, 'deployment', {
    ...KUBE,
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [], ...spec } } },
  });
}

describe('Pods.of', () => {
  it('are those of a Deployment of cdk8s-plus, by the selector that it makes for itself', () => {
    const chart = testChart();
    const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'web', portNumber: 80 }] });
    expect(selectedBy(deployment, chart)).toEqual({ matchLabels: deployment.matchLabels });
    expect(Object.keys(deployment.matchLabels)).toEqual(['cdk8s.io/metadata.addr']);
  });

  it.each([
    ['a Pod', (chart: Chart) => new kplus.Pod(chart, 'x', { containers: [{ image: 'x' }] })],
    [
      'a StatefulSet',
      (chart: Chart) => new kplus.StatefulSet(chart, 'x', { containers: [{ image: 'x', portNumber: 80 }] }),
    ],
    ['a DaemonSet', (chart: Chart) => new kplus.DaemonSet(chart, 'x', { containers: [{ image: 'x' }] })],
    ['a Job', (chart: Chart) => new kplus.Job(chart, 'x', { containers: [{ image: 'x' }] })],
  ])('are those of %s of cdk8s-plus', (_, make) => {
    const chart = testChart();
    expect(selectedBy(make(chart), chart)).toEqual({
      matchLabels: { 'cdk8s.io/metadata.addr': expect.stringContaining('chart-x-') as string },
    });
  });

  it('are those of a class that cdk8s generates', () => {
    const chart = testChart();
    const labels = { app: 'web' };
    const template = { metadata: { labels }, spec: { containers: [] } };
    const kube = new kplus.k8s.KubeDeployment(chart, 'web', { spec: { selector: { matchLabels: labels }, template } });
    expect(selectedBy(kube, chart)).toEqual({ matchLabels: labels });
  });

  it('are those of an ApiObject, in its namespace', () => {
    const app = new App();
    const [data, shop] = ['data', 'shop'].map(namespace => new Chart(app, namespace, { namespace }));
    new DefaultDeny(shop, 'deny', { pods: Pods.of(rawDeployment(data, { app: 'db' })) });
    expect(policiesOf(shop)[0]).toMatchObject({
      metadata: { namespace: 'data' },
      spec: { podSelector: { matchLabels: { app: 'db' } } },
    });
  });

  it('are those of a CronJob and of a Job, by the labels of their pods', () => {
    const template = { metadata: { labels: { app: 'backup' } }, spec: {} };
    const cronJob = { kind: 'CronJob', metadata: { name: 'a' }, spec: { jobTemplate: { spec: { template } } } };
    expect(selectedBy(cronJob, testChart())).toEqual({ matchLabels: { app: 'backup' } });
    const job = { kind: 'Job', metadata: { name: 'a' }, spec: { template } };
    expect(selectedBy(job, testChart())).toEqual({ matchLabels: { app: 'backup' } });
  });

  it('are those of an object of a file that is included', () => {
    const chart = testChart();
    const { apiObjects } = new Include(chart, 'shop', { url: 'examples/three-tier/dist/workloads.k8s.yaml' });
    const backend = apiObjects.find(({ kind, name }) => kind === 'Deployment' && name === 'backend');
    expect(selectedBy(backend, chart)).toEqual({ matchLabels: { app: 'shop', tier: 'backend' } });
  });

  it('have the labels that are added later', () => {
    const chart = testChart();
    const pod = new kplus.Pod(chart, 'x', { containers: [{ image: 'x' }] });
    new DefaultDeny(chart, 'deny', { pods: Pods.of(pod) });
    pod.metadata.addLabel('team', 'a');
    expect(policiesOf(chart)[0].spec?.podSelector?.matchLabels).toMatchObject({ team: 'a' });
  });

  it('have the labels that a patch or a token gives an object', () => {
    const chart = testChart();
    const deployment = rawDeployment(chart, Lazy.any({ produce: () => ({ app: 'web' }) }) as object);
    new DefaultDeny(chart, 'deny', { pods: Pods.of(deployment) });
    for (const path of ['/spec/selector/matchLabels/team', '/spec/template/metadata/labels/team']) {
      deployment.addJsonPatch(JsonPatch.add(path, 'a'));
    }
    expect(policiesOf(chart)[0].spec?.podSelector).toEqual({ matchLabels: { app: 'web', team: 'a' } });
  });

  it('stay those of the selector while the labels of one revision follow those of another', () => {
    const labels = { app: 'web', version: '2' };
    const revised = {
      ...KUBE,
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'canary', operator: 'DoesNotExist' }] },
        template: { metadata: { labels } },
      },
    };
    expect(selectedBy(revised, testChart())).toEqual({
      matchExpressions: [{ key: 'canary', operator: 'DoesNotExist' }],
      matchLabels: { app: 'web' },
    });
  });

  it('are those behind a Service', () => {
    const chart = testChart();
    const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'web', portNumber: 80 }] });
    expect(selectedBy(deployment.exposeViaService(), chart)).toEqual({ matchLabels: deployment.matchLabels });
  });

  it('stand in every construct, as pods and as peers', () => {
    const chart = testChart();
    const [api, job] = ['api', 'job'].map(app => ({
      ...KUBE,
      metadata: { name: app },
      spec: { selector: { matchLabels: { app } }, template: { metadata: { labels: { app } } } },
    }));
    new ThreeTierApp(chart, 'shop', { ...SHOP, backend: { pods: Pods.of(api), port: Port.tcp(8080) } });
    new MonitoringAccess(chart, 'metrics', { pods: Pods.of(api), ports: [Port.tcp(9090)], from: [Pods.of(job)] });
    const [, backend, database] = policiesOf(chart);
    expect(backend.spec?.podSelector).toEqual({ matchLabels: { app: 'api' } });
    expect(database.spec?.ingress?.[0]?.from).toEqual([{ podSelector: { matchLabels: { app: 'api' } } }]);
    expect(policiesOf(chart)[3].spec?.ingress?.[0]?.from).toEqual([{ podSelector: { matchLabels: { app: 'job' } } }]);
  });
});

describe('pods that no policy could select are refused:', () => {
  const refusal = (thing: (chart: Chart) => unknown) => {
    const chart = testChart();
    return refusalOf(() => selectedBy(thing(chart), chart)).message;
  };

  it('those without labels', () =>
    expect(refusal(chart => rawDeployment(chart, {}))).toBe(
      "DefaultDeny 'chart/deny': Deployment 'chart/deployment' gives its pods no labels, so no policy can name them; put labels on its pod template [empty-labels]",
    ));

  it('those on the host network, as peers too', () => {
    const message =
      "Deployment 'chart/deployment' has its pods in the network of their nodes, where policies neither isolate nor name them; leave it out; as a peer give the addresses of the nodes [host-network]";
    expect(refusal(chart => rawDeployment(chart, { app: 'web' }, { hostNetwork: true }))).toContain(message);
    const chart = testChart();
    const from = [Pods.of(rawDeployment(chart, { app: 'web' }, { hostNetwork: true }))];
    new MonitoringAccess(chart, 'metrics', { pods: Pods.all(), ports: [Port.http()], from });
    expect(refusalOf(() => policiesOf(chart)).message).toContain(message);
  });

  it('those behind a Service without selector', () =>
    expect(
      refusal(chart => new ApiObject(chart, 'db', { apiVersion: 'v1', kind: 'Service', spec: { ports: [] } })),
    ).toContain("Service 'chart/db' has no selector, so who is behind it is decided elsewhere; name the pods"));

  it.each([
    ['a number', { app: 'web', version: 1 }, 'version: 1 does not fit; give a string'],
    ['a misspelt field', { matchLabel: { app: 'web' } }, 'matchLabel: an object does not fit; give a string'],
  ])('those of a selector with %s for a value', (_, selector, message) => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector } };
    expect(refusal(() => service)).toContain(`Service 'web' > ${message}`);
  });

  it('those whose labels do not fit the selector', () =>
    expect(
      refusal(() => ({
        ...KUBE,
        metadata: { name: 'web' },
        spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'api' } } } },
      })),
    ).toContain("Deployment 'web' selects app=web, which the labels of its pods do not fit"));

  it('those whose labels no API server takes', () =>
    expect(refusal(chart => rawDeployment(chart, { app: 'my web' }))).toBe(
      "DefaultDeny 'chart/deny' > Deployment 'chart/deployment' > app: label value 'my web' must be letters, digits, '-', '_' and '.', with a letter or digit at both ends; use a label value that Kubernetes accepts [label]",
    ));

  it('what has no pods', () =>
    expect(refusal(chart => new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap' }))).toContain(
      "ConfigMap 'chart/map' has no pods",
    ));

  it('an object that moves to another namespace', () =>
    expect(
      refusal(chart => {
        const deployment = rawDeployment(chart);
        deployment.addJsonPatch(JsonPatch.replace('/metadata/namespace', 'pay'));
        return deployment;
      }),
    ).toContain("is in namespace 'shop' no more, but in 'pay'"));

  it('several objects at once, naming those inside', () => {
    const include = new Include(testChart(), 'shop', { url: 'examples/three-tier/dist/workloads.k8s.yaml' });
    expect(refusalOf(() => Pods.of(include)).message).toBe(
      "Pods.of: 'chart/shop' is not one object; give the workload or Service in it, such as its apiObjects[0] [wrong-type]",
    );
  });

  it.each([[undefined], ['web'], [{}], [[]], [{ kind: 7 }]])('%p', thing =>
    expect(refusalOf(() => Pods.of(thing)).message).toContain('Pods.of: '),
  );
});

describe('groups of objects that share pods', () => {
  it('are refused when the policies are written, since labels are known only then', () => {
    const chart = testChart();
    const labels = { tier: 'frontend' };
    const backend = { pods: Pods.of(rawDeployment(chart, labels)), port: Port.tcp(8080) };
    new ThreeTierApp(chart, 'shop', { ...SHOP, backend });
    expect(refusalOf(() => policiesOf(chart))).toMatchObject({ code: 'overlap' });
  });
});
