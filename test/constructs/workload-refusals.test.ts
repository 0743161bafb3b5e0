import { App, Chart } from 'cdk8s';
import { DefaultDeny, Peer, Pods, Port, Workload, Workloads } from '../../src';
import { refusalOf } from '../refusal';
import { namesOf, testChart } from './synth';
import { Shop, shopIn, tier } from './told-shop';

describe('what is refused of a Workload', () => {
  const refusals = (work: (shop: Shop, chart: Chart) => void) => {
    const chart = testChart();
    const shop = shopIn(chart);
    const { message } = refusalOf(() => work(shop, chart));
    expect(namesOf(chart)).toEqual([]);
    return message;
  };

  it('an empty list of ports, which is never every port', () =>
    expect(refusals(({ web, api }) => web.allowTo(api, []))).toBe(
      "Workload 'chart/web'.allowTo > ports: the list is empty; give the ports; every port is Port.all() [empty-list]",
    ));

  it('a connection at ports that nobody says', () =>
    expect(refusals(({ web }) => web.allowTo(tier('x')))).toBe(
      "Workload 'chart/web'.allowTo > ports: nobody says at which ports pods tier=x can be reached; give the ports here, or to the Workload; every port is Port.all() [missing]",
    ));

  it('a peer that is none', () =>
    expect(refusals(({ web }) => web.allowTo('api' as never, Port.http()))).toContain(
      "Workload 'chart/web'.allowTo > peer: 'api' does not fit; give a peer",
    ));

  it('a number for a port', () =>
    expect(refusals(({ web }) => web.allowTo(tier('x'), 8080 as never))).toContain(
      "Workload 'chart/web'.allowTo > ports: 8080 does not fit; give a port, such as Port.tcp(8080) [wrong-type]",
    ));

  it('a block that covers an address at which clouds hand out credentials', () =>
    expect(refusals(({ web }) => web.allowTo(Peer.cidr('169.254.0.0/16'), Port.http()))).toContain(
      "Workload 'chart/web'.allowTo > peer: 169.254.0.0/16 covers 169.254.169.254",
    ));

  it('a workload of another app, before anything is written', () =>
    expect(
      refusals(({ web }) => {
        const other = new Workload(testChart(), 'other', { pods: tier('backend'), ports: [Port.http()] });
        web.allowTo(other);
      }),
    ).toBe(
      "Workload 'chart/web'.allowTo > peer: Workload 'chart/other' is in another app, and both ends are only written when both apps are; give pods instead, such as Pods.labeled(…).inNamespace(…): then only the own end is written [conflict]",
    ));

  it('a workload whose namespace is left open where the other says its own', () =>
    expect(
      refusals(({ web }) => {
        const chart = new Chart(web.node.root as App, 'open');
        web.allowTo(new Workload(chart, 'open', { pods: tier('x'), ports: [Port.http()], namespaceAgnostic: true }));
      }),
    ).toContain('one says its namespace and one leaves it open, so they could not name each other'));

  it('a name that another policy has by then, whichever end has it, and nothing of the call is done', () => {
    const chart = testChart();
    const { web, api } = shopIn(chart);
    new DefaultDeny(chart, 'deny', { name: 'web' });
    const taken =
      "Workload 'chart/web' > name: 'chart/deny' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]";
    expect(refusalOf(() => web.isolate()).message).toBe(taken);
    expect(refusalOf(() => api.allowTo(web)).message).toBe(taken);
    expect(refusalOf(() => Workloads.of(api, web).isolate()).message).toBe(taken);
    expect([web, api].map(({ guarantee }) => guarantee.isolates)).toEqual([[], []]);
    expect(namesOf(chart)).toEqual(['shop/web']);
  });

  it('the name that it has itself, by another construct', () => {
    const chart = testChart();
    shopIn(chart).web.isolate();
    expect(refusalOf(() => new DefaultDeny(chart, 'deny', { name: 'web' })).message).toBe(
      "DefaultDeny 'chart/deny' > name: 'chart/web' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]",
    );
  });

  it('pods that may be in several namespaces', () =>
    expect(refusals((_, chart) => new Workload(chart, 'all', { pods: Pods.any() }))).toContain(
      "Workload 'chart/all' > pods: a policy selects pods of one namespace",
    ));

  it('no workload at all in a group', () =>
    expect(refusals(() => Workloads.of())).toBe('Workloads.of: the list is empty; name the workloads [empty-list]'));
});
