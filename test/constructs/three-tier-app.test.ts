import { Dns, Peer, Pods, Port, ThreeTierApp, ThreeTierAppProps } from '../../src';
import { refusalOf } from '../refusal';
import { Reach } from './reach';
import { SHOP, shopChart } from './shop';
import { namesOf, policiesOf, testChart } from './synth';

const DNS = 'kube-system/coredns UDP 53, TCP 53';

const reachWith = (props: Partial<ThreeTierAppProps>) => new Reach(policiesOf(shopChart(props)));

describe('ThreeTierApp', () => {
  it('lets each tier be reached by the one before it alone, and reach the one behind it and DNS alone', () => {
    const reach = reachWith({});
    expect(reach.to('shop/frontend')).toEqual(['ingress-nginx/controller TCP 3000']);
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080', DNS]);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080']);
    expect(reach.from('shop/backend')).toEqual(['shop/database TCP 5432', DNS]);
    expect(reach.to('shop/database')).toEqual(['shop/backend TCP 5432']);
    expect(reach.from('shop/database')).toEqual([DNS]);
  });

  it('isolates its tiers, and neither the job beside them nor their namesakes elsewhere', () => {
    const reach = reachWith({});
    for (const direction of ['Ingress', 'Egress'] as const) {
      expect(reach.isolated(direction)).toEqual(['shop/frontend', 'shop/backend', 'shop/database']);
    }
    expect(reach.from('shop/job').filter(line => line.startsWith('shop/'))).toEqual([]);
  });

  it('leaves DNS out where that is said, and asks elsewhere where that is', () => {
    expect(reachWith({ withoutDns: true }).from('shop/database')).toEqual([]);
    expect(reachWith({ withoutDns: false }).from('shop/database')).toEqual([DNS]);
    expect(reachWith({ dns: [Dns.openShift()] }).from('shop/database')).toEqual([
      'openshift-dns/dns-default UDP 5353, TCP 5353',
    ]);
  });

  it('opens several ports of a tier, for the tier before it alone', () => {
    const backend = { pods: SHOP.backend.pods, ports: [Port.tcp(8080), Port.named('metrics')] };
    const reach = reachWith({ backend });
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080, TCP 9090']);
    expect(reach.to('shop/database')).toEqual(['shop/backend TCP 5432']);
  });

  it('lets the backend, and no other tier, reach external APIs', () => {
    const reach = reachWith({ externalApis: [{ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] }] });
    expect(reach.from('shop/backend')).toEqual(['shop/database TCP 5432', DNS, '203.0.113.7 TCP 443']);
    expect(reach.from('shop/frontend')).not.toContain('203.0.113.7 TCP 443');
  });

  it('lets every tier be scraped where monitoring is named', () => {
    const reach = reachWith({ monitoring: { from: [Peer.prometheus()], ports: [Port.tcp(9090)] } });
    for (const tier of ['frontend', 'backend', 'database']) {
      expect(reach.to(`shop/${tier}`)).toContain('monitoring/prometheus TCP 9090');
    }
  });

  it('has tiers in namespaces of their own, each policy where its tier is', () => {
    const database = { pods: Pods.labeled({ tier: 'database' }).inNamespace('pay'), port: Port.postgres() };
    const chart = shopChart({ database });
    expect(namesOf(chart)).toEqual(['shop/shop-frontend', 'shop/shop-backend', 'pay/shop-database']);
    const reach = new Reach(policiesOf(chart));
    expect(reach.to('pay/database')).toEqual(['shop/backend TCP 5432']);
    expect(reach.from('shop/backend')).toEqual(['pay/database TCP 5432', DNS]);
    expect(reach.isolated('Ingress')).not.toContain('shop/database');
  });

  it('hands out its tiers, which other constructs take as pods and as peers', () => {
    const shop = new ThreeTierApp(testChart(), 'shop', SHOP);
    expect([shop.frontend, shop.backend, shop.database].map(String)).toEqual(
      ['frontend', 'backend', 'database'].map(tier => `pods tier=${tier} in namespace shop`),
    );
  });

  it.each<[string, Partial<ThreeTierAppProps>, string, string]>([
    ['no port', { backend: { pods: SHOP.backend.pods } }, 'missing', 'backend.port'],
    ['port and ports', { backend: { ...SHOP.backend, ports: [Port.http()] } }, 'conflict', 'backend.ports'],
    ['DNS, and none', { dns: [Dns.kubeDns()], withoutDns: true }, 'conflict', 'dns'],
    ['a tier twice', { backend: SHOP.frontend }, 'unknown-field', 'backend.from'],
    ['the same pods twice', { backend: { ...SHOP.backend, pods: SHOP.frontend.pods } }, 'overlap', 'frontend.pods'],
    ['a tier inside another', { frontend: { ...SHOP.frontend, pods: Pods.all() } }, 'overlap', 'backend.pods'],
    [
      'metadata behind an API',
      { externalApis: [{ to: [Peer.cidr('169.254.0.0/16')], ports: [Port.http()] }] },
      'metadata-address',
      'externalApis[0].to',
    ],
    ['a tier in many namespaces', { database: { ...SHOP.database, pods: Pods.any() } }, 'namespace', 'database.pods'],
    [
      'a tier by labels of namespaces',
      { database: { ...SHOP.database, pods: Pods.all().inNamespaces({ team: 'a' }) } },
      'namespace',
      'database.pods',
    ],
  ])('refuses %s', (_, ...[props, code, path]) => {
    expect(refusalOf(() => shopChart(props))).toMatchObject({ code, path: `ThreeTierApp 'chart/shop' > ${path}` });
  });

  it('takes tiers with the same labels where they are in different namespaces', () => {
    const database = { ...SHOP.database, pods: Pods.labeled({ tier: 'backend' }).inNamespace('pay') };
    expect(reachWith({ database }).to('pay/backend')).toEqual(['shop/backend TCP 5432']);
  });
});
