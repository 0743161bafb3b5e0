import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { Testing } from 'cdk8s';
import fc from 'fast-check';
import * as cdk8s from '../../src';
import { AllowDns, AllowFrom, DefaultDeny, NetworkPolicy, Pods, Port, Workload } from '../../src/pulumi';
import { testChart } from '../constructs/synth';
import { runs } from '../properties/runs';
import { inOrder, manifestsOf } from './manifests';
import { run, UNKNOWN, unknown } from './program';

const metadata = { namespace: 'shop' };
const labels = { app: 'api' };
const template = { metadata: { labels }, spec: { containers: [] } };
const selector = { matchLabels: labels };

type Maker = new (name: string, args: never) => pulumi.Resource;

const { apps, batch, core } = k8s;

/** The kinds that stand for their pods, and a spec of each that says the same. */
const KINDS: Readonly<Record<string, readonly [Maker, object]>> = {
  Deployment: [apps.v1.Deployment, { selector, template }],
  StatefulSet: [apps.v1.StatefulSet, { serviceName: 'it', selector, template }],
  DaemonSet: [apps.v1.DaemonSet, { selector, template }],
  ReplicaSet: [apps.v1.ReplicaSet, { selector, template }],
  ReplicationController: [core.v1.ReplicationController, { selector: labels, template }],
  Job: [batch.v1.Job, { template }],
  CronJob: [batch.v1.CronJob, { schedule: '* * * * *', jobTemplate: { spec: { template } } }],
  Service: [core.v1.Service, { selector: labels }],
  Pod: [core.v1.Pod, template.spec],
};

const made = (kind: string, manifest: object) => new KINDS[kind][0]('it', manifest as never) as k8s.apps.v1.Deployment;

const deployment = (spec: object) => made('Deployment', { metadata, spec: { selector, template, ...spec } });

const denied = (pods: () => k8s.apps.v1.Deployment, options = {}) =>
  run(() => new DefaultDeny('deny', { namespace: 'shop', pods: pods() }), options);

describe('a resource of @pulumi/kubernetes', () => {
  it.each(Object.entries(KINDS))('stands for its pods: a %s', async (kind, [, spec]) => {
    const { policies, errors } = await denied(() => made(kind, { metadata: { ...metadata, labels }, spec }));
    expect(errors).toEqual([]);
    expect(policies[0].inputs).toMatchObject({ metadata, spec: { podSelector: selector } });
  });

  it('is a peer too, in its own namespace', async () => {
    const { policies } = await run(() => {
      const ingress = [{ from: [deployment({})], ports: [Port.http()] }];
      new NetworkPolicy('web', { namespace: 'pay', pods: Pods.labeled({ app: 'web' }), ingress });
    });
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } };
    expect(policies[0].inputs.spec).toMatchObject({
      ingress: [{ from: [{ namespaceSelector, podSelector: selector }] }],
    });
  });

  it('is known by its selector, which old pods and new ones fit', async () => {
    const next = { ...template, metadata: { labels: { ...labels, version: '2' } } };
    const { policies } = await denied(() => deployment({ template: next }));
    expect(policies[0].inputs.spec).toMatchObject({ podSelector: { matchLabels: labels } });
  });

  it('is known by its labels where it is a Job, its name among them, not by the random ones of the API server', async () => {
    const added = { 'batch.kubernetes.io/controller-uid': '7', 'controller-uid': '7', 'job-name': 'it' };
    const filled = { ...template, metadata: { labels: { ...labels, ...added } } };
    const spec = { selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '7' } }, template: filled };
    const { policies } = await denied(() => made('Job', { metadata, spec }));
    expect((policies[0].inputs.spec as Record<string, unknown>).podSelector).toEqual({
      matchLabels: { ...labels, 'job-name': 'it' },
    });
  });

  const REFUSED: readonly (readonly [what: string, make: () => k8s.apps.v1.Deployment, error: string])[] = [
    [
      'a Service without selector',
      () => made('Service', { metadata, spec: { ports: [{ port: 80 }] } }),
      "Service 'it' has no selector, so who is behind it is decided elsewhere; name the pods or the addresses themselves [empty-labels]",
    ],
    [
      'pods in the network of their nodes',
      () => deployment({ template: { ...template, spec: { ...template.spec, hostNetwork: true } } }),
      "Deployment 'it' has its pods in the network of their nodes, where policies neither isolate nor name them; leave it out; as a peer give the addresses of the nodes [host-network]",
    ],
    [
      'a selector that its pods do not fit',
      () => deployment({ selector: { matchLabels: { app: 'web' } } }),
      "Deployment 'it' selects app=web, which the labels of its pods do not fit; give both the same labels [conflict]",
    ],
  ];

  it.each(REFUSED)('is refused: %s', async (_, make, error) => {
    const { policies, errors } = await denied(make);
    expect([policies, errors]).toEqual([[], [`DefaultDeny 'deny' > pods: ${error}`]]);
  });

  it.each([
    ['Namespace', () => new core.v1.Namespace('it')],
    [
      'CustomResource',
      () => new k8s.apiextensions.CustomResource('it', { apiVersion: 'serving.knative.dev/v1', kind: 'Service' }),
    ],
  ])('is refused at once where it has no pods that policies know: a %s', async (word, make) => {
    const program = () => new AllowDns('dns', { namespace: 'shop', pods: make() as never });
    await expect(run(program)).rejects.toThrow(
      `AllowDns 'dns' > pods: a ${word} does not fit; give a workload or Service of @pulumi/kubernetes, or Pods [wrong-type]`,
    );
  });
});

describe('a preview', () => {
  const podSelectorOf = async (spec: object) =>
    ((await denied(() => deployment(spec), { isPreview: true })).policies[0].inputs.spec as Record<string, unknown>)
      .podSelector;

  it('knows the pods of a resource that says them, whatever else of it is not known', async () => {
    const containers = [{ name: 'api', image: unknown() }];
    expect(await podSelectorOf({ replicas: unknown(), template: { ...template, spec: { containers } } })).toEqual(
      selector,
    );
  });

  it.each([
    ['selector', { selector: { matchLabels: unknown() } }],
    ['labels', { template: { ...template, metadata: { labels: { app: unknown() } } } }],
    ['network', { template: { ...template, spec: { containers: [], hostNetwork: unknown() } } }],
  ])('does not know the pods of a resource of whose %s it does not know', async (_, spec) => {
    expect(await podSelectorOf(spec)).toBe(UNKNOWN);
  });
});

describe('a Workload', () => {
  it('stands for its pods where pods or peers are given, and is told nothing', async () => {
    const { policies, errors } = await run(() => {
      const workload = new Workload('api', { namespace: 'shop', pods: Pods.labeled(labels) });
      new AllowFrom('db', {
        namespace: 'shop',
        pods: Pods.labeled({ app: 'db' }),
        from: [workload],
        ports: [Port.postgres()],
      });
      new DefaultDeny('deny', { namespace: 'shop', pods: workload });
    });
    expect(errors).toEqual([]);
    expect(policies.map(({ inputs }) => inputs.spec)).toMatchObject([
      { ingress: [{ from: [{ podSelector: selector }] }] },
      { podSelector: selector },
    ]);
  });
});

const someLabels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'));

const someExpressions = fc.array(
  fc.record({
    key: fc.constantFrom('app', 'tier'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
  }),
  { maxLength: 1 },
);

/** Objects with pods, mostly with a selector that these fit. */
const sketch = fc.record({
  kind: fc.constantFrom(...Object.keys(KINDS)),
  namespace: fc.constantFrom('shop', 'pay', undefined),
  podLabels: fc.oneof(fc.constant({ app: 'a', tier: 'b' }), fc.constant({ app: 'a', 'job-name': 'it' }), someLabels),
  matchLabels: fc.oneof(fc.constant({ app: 'a' }), someLabels),
  matchExpressions: someExpressions,
  hostNetwork: fc.constantFrom(undefined, undefined, false, true),
});

type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never;

function manifestOf({ kind, namespace, podLabels, matchLabels, matchExpressions, hostNetwork }: Sketch) {
  const pod = { containers: [], hostNetwork };
  const pods = { metadata: { labels: podLabels }, spec: pod };
  const isMap = ['Service', 'ReplicationController'].includes(kind);
  const selectors = { selector: isMap ? matchLabels : { matchLabels, matchExpressions } };
  const specs: Readonly<Record<string, object>> = {
    CronJob: { schedule: '* * * * *', jobTemplate: { spec: { template: pods } } },
    Job: { template: pods },
    Pod: pod,
    Service: selectors,
  };
  return {
    metadata: { namespace, ...(kind === 'Pod' && { labels: podLabels }) },
    spec: specs[kind] ?? { ...selectors, template: pods },
  };
}

/** What becomes of it in cdk8s: the policy, or the code with which it is refused. */
function synthesized(drawn: Sketch): string {
  const chart = testChart({ namespace: 'shop' });
  try {
    const pods = cdk8s.Pods.of({ kind: drawn.kind, ...manifestOf(drawn) });
    new cdk8s.DefaultDeny(chart, 'deny', { pods });
    return inOrder(Testing.synth(chart) as object[]);
  } catch (error) {
    return codeIn((error as Error).message);
  }
}

function codeIn(message = ''): string {
  return /\[[a-z-]+\]/.exec(message)?.[0] ?? message;
}

describe('Pods.of in cdk8s', () => {
  it('says the same of the same object, byte for byte, and refuses the same', async () => {
    await fc.assert(
      fc.asyncProperty(sketch, async drawn => {
        const { policies, errors } = await denied(() => made(drawn.kind, manifestOf(drawn)));
        expect(policies.length > 0 ? manifestsOf(policies) : codeIn(errors[0])).toBe(synthesized(drawn));
      }),
      runs(150),
    );
  });
});
