import { Allow, AllowFrom, AllowTo, Peer, Pods, Port } from '../../src';
import { Reach } from './reach';
import { namesOf, policiesOf, testChart } from './synth';

const tier = (name: string) => Pods.labeled({ tier: name });

const ports = [Port.tcp(8080)];

describe('Allow', () => {
  it('opens a connection at both ends, and nothing else', () => {
    const chart = testChart();
    new Allow(chart, 'web-to-api', { from: tier('frontend'), to: tier('backend'), ports });
    expect(namesOf(chart)).toEqual(['shop/web-to-api-egress', 'shop/web-to-api-ingress']);
    const reach = new Reach(policiesOf(chart));
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080']);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080']);
    expect([reach.isolated('Egress'), reach.isolated('Ingress')]).toEqual([['shop/frontend'], ['shop/backend']]);
  });

  it('across namespaces writes each end where its pods are', () => {
    const chart = testChart();
    new Allow(chart, 'pay', { from: tier('backend'), to: tier('backend').inNamespace('pay'), ports });
    expect(namesOf(chart)).toEqual(['shop/pay-egress', 'pay/pay-ingress']);
    const reach = new Reach(policiesOf(chart));
    expect(reach.to('pay/backend')).toEqual(['shop/backend TCP 8080']);
    expect(reach.from('shop/backend')).toEqual(['pay/backend TCP 8080']);
    expect(reach.isolated('Ingress')).toEqual(['pay/backend']);
  });

  it('takes pods that are among those that they connect to', () => {
    const chart = testChart();
    new Allow(chart, 'peers', { from: Pods.labeled({ app: 'shop' }), to: Pods.all(), ports });
    const reach = new Reach(policiesOf(chart));
    expect(reach.from('shop/frontend')).toEqual(
      ['shop/backend', 'shop/database', 'shop/job'].map(to => `${to} TCP 8080`),
    );
    expect(reach.to('shop/job')).toEqual(
      ['shop/frontend', 'shop/backend', 'shop/database'].map(from => `${from} TCP 8080`),
    );
  });
});

describe('AllowFrom', () => {
  it('opens pods to those that are named, without a word in their namespace', () => {
    const chart = testChart();
    new AllowFrom(chart, 'ingress', { pods: tier('backend'), from: [Peer.namespaces({ team: 'b' })], ports });
    expect(namesOf(chart)).toEqual(['shop/ingress']);
    const reach = new Reach(policiesOf(chart));
    expect(reach.to('shop/backend').every(line => /^pay\/.*TCP 8080$/.test(line))).toBe(true);
    expect(reach.to('shop/backend')).toHaveLength(6);
    expect(reach.isolated('Egress')).toEqual([]);
  });
});

describe('AllowTo', () => {
  it('lets pods reach those that are named, without a word in their namespace', () => {
    const chart = testChart();
    new AllowTo(chart, 'egress', { pods: tier('backend'), to: [tier('database').inNamespace('pay')], ports });
    expect(namesOf(chart)).toEqual(['shop/egress']);
    const reach = new Reach(policiesOf(chart));
    expect(reach.from('shop/backend')).toEqual(['pay/database TCP 8080']);
    expect(reach.isolated('Ingress')).toEqual([]);
  });
});
