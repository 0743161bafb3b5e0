import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AllowDns, DefaultDeny, Peer, Pods, Port, ThreeTierApp } from '../../src';
import { refusalOf } from '../refusal';
import { namesOf, testChart } from './synth';

const TIERS = {
  frontend: { pods: Pods.labeled({ tier: 'f' }), port: Port.http(), from: [Peer.anywhere()] },
  backend: { pods: Pods.labeled({ tier: 'b' }), port: Port.http() },
  database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
};

/** The name of the one policy of a construct with this id. */
function nameOf(id: string, name?: string): string {
  const chart = testChart();
  new DefaultDeny(chart, id, { name });
  return namesOf(chart)[0].replace('shop/', '');
}

describe('the name of a policy', () => {
  it.each([
    ['dns', 'dns'],
    ['default-deny', 'default-deny'],
    ['DefaultDeny', 'default-deny'],
    ['defaultDenyV2', 'default-deny-v2'],
    ['HTTPAccess', 'httpaccess'],
    ['web app (new)', 'web-app-new'],
    ['a__b', 'a-b'],
    ['-x-', 'x'],
  ])('of a construct %p is %s', (id, name) => expect(nameOf(id)).toBe(name));

  it('says in which scopes below the chart the construct stands', () => {
    const chart = testChart();
    const payments = new Construct(new Construct(chart, 'Payments'), 'api');
    new DefaultDeny(payments, 'deny');
    new ThreeTierApp(payments, 'shop', TIERS);
    expect(namesOf(chart)).toEqual([
      'shop/payments-api-deny',
      'shop/payments-api-shop-frontend',
      'shop/payments-api-shop-backend',
      'shop/payments-api-shop-database',
    ]);
  });

  it('is the one that is given, with the part that is meant behind it where there are several', () => {
    expect(nameOf('deny', 'shop.deny')).toBe('shop.deny');
    const chart = testChart();
    new ThreeTierApp(chart, 'app', { ...TIERS, name: 'store' });
    expect(namesOf(chart)).toEqual(['shop/store-frontend', 'shop/store-backend', 'shop/store-database']);
  });

  it.each([
    ['Shop', 'must be lower-case'],
    ['shop_deny', 'must be lower-case'],
    ['', 'must be lower-case'],
    ['shop..deny', 'must be lower-case'],
    ['a'.repeat(64), 'has 64 characters, at most 63 are allowed'],
  ])('cannot be %p', (name, problem) => {
    const refusal = refusalOf(() => nameOf('deny', name));
    expect(refusal).toMatchObject({ code: 'name', path: "DefaultDeny 'chart/deny' > name", value: name });
    expect(refusal.message).toContain(problem);
  });

  it('is refused where the ids of the scopes make it too long, or leave nothing of it', () => {
    expect(nameOf('a'.repeat(63))).toHaveLength(63);
    expect(refusalOf(() => nameOf('a'.repeat(64))).code).toBe('name');
    expect(refusalOf(() => nameOf('---')).code).toBe('name');
    expect(refusalOf(() => new ThreeTierApp(testChart(), 'a'.repeat(55), TIERS))).toMatchObject({ code: 'name' });
  });
});

describe('two policies with one name', () => {
  it('in one chart are refused, and both constructs are named', () => {
    const chart = testChart();
    new AllowDns(new Construct(chart, 'a'), 'b-c');
    const refusal = refusalOf(() => new DefaultDeny(new Construct(chart, 'a-b'), 'c'));
    expect(refusal).toMatchObject({ code: 'duplicate-name', path: "DefaultDeny 'chart/a-b/c' > name", value: 'a-b-c' });
    expect(refusal.message).toContain(
      "'chart/a/b-c' writes a policy 'a-b-c' in the same namespace; give one of them another id or name",
    );
    expect(namesOf(chart)).toEqual(['shop/a-b-c']);
  });

  it('in two charts of one app are refused where the namespace is the same', () => {
    const app = new App();
    new AllowDns(new Chart(app, 'one', { namespace: 'shop' }), 'dns');
    const refusal = refusalOf(() => new AllowDns(new Chart(app, 'two', { namespace: 'shop' }), 'dns'));
    expect(refusal.message).toContain(
      "AllowDns 'two/dns' > name: 'one/dns' writes a policy 'dns' in the same namespace",
    );
    const pay = new Chart(app, 'three', { namespace: 'pay' });
    new AllowDns(pay, 'dns');
    expect(namesOf(pay)).toEqual(['pay/dns']);
  });

  it('in two apps are none of our business', () => {
    for (const app of [new App(), new App()]) new AllowDns(new Chart(app, 'one', { namespace: 'shop' }), 'dns');
  });

  it('are refused also where one of them is a part of several', () => {
    const chart = testChart();
    new DefaultDeny(chart, 'shop-backend');
    const refusal = refusalOf(() => new ThreeTierApp(chart, 'shop', TIERS));
    expect(refusal.message).toContain("'chart/shop-backend' writes a policy 'shop-backend' in the same namespace");
    expect(namesOf(chart)).toEqual(['shop/shop-backend']);
    new ThreeTierApp(chart, 'shop', { ...TIERS, name: 'store' });
    expect(namesOf(chart)).toHaveLength(4);
  });

  it('are one where the first was never made', () => {
    const chart = testChart();
    new Construct(chart, 'deny');
    expect(() => new DefaultDeny(chart, 'deny')).toThrow("There is already a Construct with name 'deny'");
    new DefaultDeny(chart, 'other', { name: 'deny' });
    expect(namesOf(chart)).toEqual(['shop/deny']);
  });

  it('are one where what has the name by now is no policy', () => {
    const chart = testChart();
    new DefaultDeny(chart, 'web');
    chart.node.tryRemoveChild('web');
    new ApiObject(chart, 'deployment', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } });
    expect(() => new DefaultDeny(chart, 'web')).not.toThrow();
  });

  it('are one where the first was taken away again', () => {
    const chart = testChart();
    new DefaultDeny(chart, 'deny');
    chart.node.tryRemoveChild('deny');
    new DefaultDeny(chart, 'deny');
    expect(namesOf(chart)).toEqual(['shop/deny']);
  });
});
