import { App, Chart } from 'cdk8s';
import { DefaultDeny, MonitoringAccess, NetworkPolicy, Peer, Pods, Port, ThreeTierApp } from '../../src';
import { refusalOf } from '../refusal';
import { namesOf, policiesOf, testChart, yamlOf } from './synth';

const scraped = { pods: Pods.all(), ports: [Port.tcp(9090)] };

describe('the namespace of a policy', () => {
  it("is the chart's, unless the construct or its pods say another", () => {
    const chart = testChart({ namespace: 'shop' });
    new DefaultDeny(chart, 'a');
    new DefaultDeny(chart, 'b', { namespace: 'pay' });
    new DefaultDeny(chart, 'c', { pods: Pods.all().inNamespace('bank') });
    new DefaultDeny(chart, 'd', { namespace: 'pay', pods: Pods.all().inNamespace('bank') });
    expect(namesOf(chart)).toEqual(['shop/a', 'pay/b', 'bank/c', 'bank/d']);
  });

  it('is that of the nearest chart', () => {
    const app = new App();
    const inner = new Chart(new Chart(app, 'outer', { namespace: 'shop' }), 'inner', { namespace: 'pay' });
    new DefaultDeny(inner, 'deny');
    expect(namesOf(inner)).toEqual(['pay/deny']);
  });

  it('is named for peers that are in another, and left to be understood for those in the same', () => {
    const chart = testChart({ namespace: 'shop' });
    const web = Pods.labeled({ app: 'web' });
    new NetworkPolicy(chart, 'own', {
      pods: web.inNamespace('pay'),
      ingress: [{ from: [web, web.inNamespace('pay')], ports: [Port.http()] }],
    });
    expect(policiesOf(chart)[0].spec?.ingress?.[0]?.from).toEqual([
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
        podSelector: { matchLabels: { app: 'web' } },
      },
      { podSelector: { matchLabels: { app: 'web' } } },
    ]);
  });

  it('is an error where none is known', () => {
    const refusal = refusalOf(() => new DefaultDeny(testChart({}), 'deny'));
    expect(refusal).toMatchObject({ code: 'namespace', path: "DefaultDeny 'chart/deny' > namespace" });
    expect(refusal.message).toContain('set namespace here or on the chart, or say namespaceAgnostic: true');
  });

  it.each([
    ['the chart', { namespace: 'Kube_System' }, {}],
    ['the construct', {}, { namespace: 'Kube_System' }],
  ])('is refused where what %s says cannot be one', (_, chartProps, props) => {
    expect(refusalOf(() => new DefaultDeny(testChart(chartProps), 'deny', props))).toMatchObject({
      code: 'namespace',
      path: "DefaultDeny 'chart/deny' > namespace",
      value: 'Kube_System',
    });
  });

  it('is not the one of the chart where the construct says an empty one', () => {
    expect(refusalOf(() => new DefaultDeny(testChart(), 'deny', { namespace: '' })).code).toBe('namespace');
  });

  it('cannot be several', () => {
    for (const pods of [Pods.any(), Pods.all().inNamespaces({ team: 'a' })]) {
      expect(refusalOf(() => new DefaultDeny(testChart(), 'deny', { pods }))).toMatchObject({
        code: 'namespace',
        path: "DefaultDeny 'chart/deny' > pods",
        fix: 'write one construct a namespace, and name it with inNamespace',
      });
    }
  });
});

describe('a policy for whichever namespace it is applied to', () => {
  it('has no namespace, and reaches pods of its own by labels alone', () => {
    const chart = testChart({});
    new NetworkPolicy(chart, 'own', {
      namespaceAgnostic: true,
      pods: Pods.all(),
      ingress: [{ from: [Pods.all(), Pods.labeled({ app: 'web' }).inNamespace('pay')], ports: [Port.http()] }],
    });
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: own
     spec:
       ingress:
         - from:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: pay
               podSelector:
                 matchLabels:
                   app: web
             - podSelector: {}
           ports:
             - port: 80
               protocol: TCP
       podSelector: {}
       policyTypes:
         - Ingress

    `);
  });

  it('is said so in the guarantee: its pods are in no namespace that is known', () => {
    const access = new MonitoringAccess(testChart({}), 'metrics', { ...scraped, namespaceAgnostic: true });
    expect(access.guarantee.isolates[0].pods.namespace).toBeUndefined();
  });

  it('is a contradiction where a namespace is said as well', () => {
    for (const [chart, props] of [
      [testChart({ namespace: 'shop' }), {}],
      [testChart({}), { namespace: 'shop' }],
    ] as const) {
      const refusal = refusalOf(() => new DefaultDeny(chart, 'deny', { ...props, namespaceAgnostic: true }));
      expect(refusal).toMatchObject({ code: 'conflict', path: "DefaultDeny 'chart/deny' > namespaceAgnostic" });
      expect(refusal.message).toContain("'shop'");
    }
  });

  it('is refused where a policy elsewhere would have to name that namespace', () => {
    const refusal = refusalOf(
      () =>
        new ThreeTierApp(testChart({}), 'shop', {
          namespaceAgnostic: true,
          frontend: {
            pods: Pods.labeled({ tier: 'f' }).inNamespace('web'),
            port: Port.http(),
            from: [Peer.anywhere()],
          },
          backend: { pods: Pods.labeled({ tier: 'b' }), port: Port.http() },
          database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
        }),
    );
    expect(refusal).toMatchObject({ code: 'namespace', path: "ThreeTierApp 'chart/shop' > frontend.pods" });
    expect(refusal.message).toContain(
      'a policy in namespace web has to name the namespace of pods tier=b, which is left open',
    );
  });

  it('is not said by false', () => {
    expect(refusalOf(() => new DefaultDeny(testChart({}), 'deny', { namespaceAgnostic: false })).code).toBe(
      'namespace',
    );
  });
});
