import { ApiObject, Chart } from 'cdk8s';
import { Expectation, NetworkExpectations, Peer, Pods, Port } from '../../src';
import { failure } from '../testing/failure';
import { deployment, shopApp } from '../testing/shop-app';

const { shop } = shopApp();

const HELD = [
  Expectation.allow({ from: 'shop/frontend', to: 'shop/backend', ports: [Port.tcp(8080)] }),
  Expectation.deny({ from: Peer.anywhere(), to: shop.database, except: [shop.backend] }),
  Expectation.isolate(shop.database),
  Expectation.noEffectOn(Pods.any().inNamespace('kube-system')),
];

/** Lets every pod of every namespace reach the pods at every port. */
function openToAll(chart: Chart, pods: Pods): void {
  const [podSelector, from] = [{ matchLabels: pods.podSelector.matchLabels }, [{ namespaceSelector: {} }]];
  const spec = { podSelector, policyTypes: ['Ingress'], ingress: [{ from }] };
  const metadata = { name: 'oops' };
  new ApiObject(chart, 'oops', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec });
}

describe('NetworkExpectations', () => {
  it('lets an app be synthesized that does what is expected', () => {
    const { app } = shopApp();
    new NetworkExpectations(app, 'expectations', { expect: HELD });
    expect(() => app.synth()).not.toThrow();
  });

  it('fails synthesis with the reason it matters, the connection, the policy that allows it, and the change', () => {
    const { app, policies } = shopApp();
    openToAll(policies, shop.database);
    const because = 'only the backend reads customers';
    const expected = Expectation.deny({ from: Pods.any().inNamespace('web'), to: shop.database, because });
    deployment(new Chart(app, 'web', { namespace: 'web' }), 'web', { labels: { app: 'web' } });
    new NetworkExpectations(app, 'expectations', { expect: [...HELD.slice(0, 1), expected] });
    expect(failure(() => app.synth())).toBe(
      [
        'Validation failed with the following errors:',
        '  [expectations] only the backend reads customers: no connection all pods in namespace web -> pods tier=database in namespace shop should be allowed; this one is:',
        'a pod without labels in namespace web -> a pod tier=database in namespace shop, TCP 1: allowed',
        '  egress of a pod without labels in namespace web: allowed',
        '    no policy isolates it',
        '  ingress of a pod tier=database in namespace shop: allowed',
        '    isolated by',
        '      shop/default-deny (policies/default-deny)',
        '      shop/shop-database (policies/shop/database)',
        '      shop/oops (policies/oops)',
        '    allowed by ingress rule 1 of shop/oops (policies/oops spec.ingress[0])',
        '  to deny TCP 1:',
        '    remove ingress rule 1 of shop/oops (policies/oops spec.ingress[0])',
      ].join('\n'),
    );
  });

  it('lists each expectation that does not hold', () => {
    const { app } = shopApp();
    new NetworkExpectations(app, 'expectations', {
      expect: [
        Expectation.isolate(Pods.any()),
        Expectation.noEffectOn('shop/backend'),
        Expectation.allow({ from: 'shop/frontnd', to: 'shop/backend' }),
      ],
    });
    expect(failure(() => app.synth()).match(/^ {2}\[expectations\] .*$/gm)).toEqual([
      expect.stringContaining('no policy isolates'),
      expect.stringContaining('are about shop/backend for ingress'),
      expect.stringContaining('shop/frontnd: no such workload was read; did you mean shop/frontend?'),
    ]);
  });

  it('takes pods that say no namespace for those of its chart, and of every namespace where it is in none', () => {
    const database = Pods.labeled({ tier: 'database' });
    const { app, policies } = shopApp();
    new NetworkExpectations(policies, 'expectations', { expect: [Expectation.isolate(database)] });
    expect(() => app.synth()).not.toThrow();
    new NetworkExpectations(app, 'expectations', { expect: [Expectation.isolate(database)] });
    expect(failure(() => app.synth())).toContain('no policy isolates a pod tier=database in namespace any');
  });

  it('says which manifest the API server would refuse', () => {
    const { app, policies } = shopApp();
    const spec = { podSelector: {}, ingress: [{ ports: [{ port: 0 }] }] };
    new ApiObject(policies, 'bad', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec });
    new NetworkExpectations(app, 'expectations', { expect: HELD });
    expect(failure(() => app.synth())).toContain('policies/bad: NetworkPolicy/shop/');
  });

  it('refuses what expects nothing, where it is written', () => {
    const { app } = shopApp();
    const made = (props: object) =>
      failure(() => new NetworkExpectations(app, 'none', props as { expect: Expectation[] }));
    expect(made({ expect: [] })).toContain("NetworkExpectations 'none' > expect: the list is empty");
    expect(made({})).toContain('expect: is missing');
    expect(made({ expect: [{}] })).toContain('give an expectation, such as Expectation.deny');
    expect(made({ expect: HELD, engine: 'clium' })).toContain("'none' > engine: there is no engine 'clium'");
    expect(made({ expect: HELD, podCidrs: ['10.0.0.0/33'] })).toContain("'none' > podCidrs[0]: ");
    expect(failure(() => Expectation.deny({ from: Pods.any() } as never))).toContain(
      'Expectation.deny > to: is missing',
    );
  });
});
