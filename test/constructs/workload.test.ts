import { App, Chart } from 'cdk8s';
import { describeGuarantee, Direction, Dns, NetworkPolicy, Peer, Pods, Port, Workload, Workloads } from '../../src';
import { Reach } from './reach';
import { namesOf, policiesOf, testChart, yamlOf } from './synth';
import { shopIn, tier, told } from './told-shop';

describe('a Workload', () => {
  it('isolates nobody and writes nothing until it is told something', () => {
    const { chart, shop } = told(() => undefined);
    expect(namesOf(chart)).toEqual([]);
    expect(shop.web.guarantee).toEqual({ isolates: [], opens: [] });
  });

  it('reaches another at its ports, and both ends are written', () => {
    const { chart, reach } = told(({ web, api }) => web.allowTo(api));
    expect(namesOf(chart)).toEqual(['shop/web', 'shop/api']);
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080']);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080']);
  });

  it('isolates each end for the direction that it was told about, and no other pods', () => {
    const { reach } = told(({ web, api }) => web.allowTo(api));
    expect(reach.isolated('Egress')).toEqual(['shop/frontend']);
    expect(reach.isolated('Ingress')).toEqual(['shop/backend']);
  });

  it('reaches another at the ports that are named instead, several too', () => {
    const { reach } = told(({ web, api }) => web.allowTo(api, [Port.tcp(9090), Port.udp(53)]));
    expect(reach.from('shop/frontend')).toEqual(['shop/backend UDP 53, TCP 9090']);
  });

  it('has one guarantee whichever order ports and peers are said in, and however often', () => {
    const [ports, cidrs] = [
      [Port.tcp(443), Port.udp(53)],
      ['192.0.2.1/32', '198.51.100.1/32'],
    ];
    const once = told(({ web, api }) => {
      web.allowTo(api, ports);
      web.allowTo(Peer.apiServer(cidrs), ports);
    });
    const twice = told(({ web, api }) => {
      for (const said of [ports, [...ports].reverse(), ports]) {
        web.allowTo(api, said);
        web.allowTo(Peer.apiServer([...cidrs].reverse()), said);
      }
    });
    for (const id of ['web', 'api'] as const) expect(twice.shop[id].guarantee).toEqual(once.shop[id].guarantee);
    expect(yamlOf(twice.chart)).toBe(yamlOf(once.chart));
  });

  it('is reached by whom it allows, as if the other had been told', () => {
    const from = told(({ web, api }) => api.allowFrom(web)).chart;
    const to = told(({ web, api }) => web.allowTo(api)).chart;
    expect(yamlOf(from)).toBe(yamlOf(to));
  });

  it('writes its own end alone where the other is somebody else', () => {
    const { chart, reach } = told(({ web }) => {
      web.allowFrom(Peer.ingressNginx());
      web.allowTo(tier('backend').inNamespace('pay'), Port.tcp(8080));
      web.allowDns();
    });
    expect(namesOf(chart)).toEqual(['shop/web']);
    expect(reach.to('shop/frontend')).toEqual(['ingress-nginx/controller TCP 3000']);
    expect(reach.from('shop/frontend')).toEqual(['pay/backend TCP 8080', 'kube-system/coredns UDP 53, TCP 53']);
    expect([...reach.isolated('Ingress'), ...reach.isolated('Egress')]).toEqual(['shop/frontend', 'shop/frontend']);
  });

  it('is a peer of other constructs, which write nothing for it', () => {
    const chart = testChart();
    const { web, db } = shopIn(chart);
    new NetworkPolicy(chart, 'own', { pods: db.pods, ingress: [{ from: [web], ports: [Port.postgres()] }] });
    expect(namesOf(chart)).toEqual(['shop/own']);
    expect(new Reach(policiesOf(chart)).to('shop/database')).toEqual(['shop/frontend TCP 5432']);
  });

  it('lets its pods reach each other, and nobody else reach them', () => {
    const { shop, reach } = told(({ db }) => db.allowInternally(Port.tcp(7000)));
    expect(describeGuarantee(shop.db.guarantee).split('\n')).toEqual([
      'pods tier=database in namespace shop: isolated for ingress and egress',
      'pods tier=database in namespace shop -> pods tier=database in namespace shop: TCP 7000',
    ]);
    expect(reach.to('shop/database')).toEqual([]);
  });

  it('lets its pods out to each other as well as in', () => {
    const chart = testChart();
    new Workload(chart, 'all', { pods: Pods.labeled({ app: 'shop' }) }).allowInternally(Port.tcp(8080));
    const reach = new Reach(policiesOf(chart));
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080', 'shop/database TCP 8080']);
    expect(reach.to('shop/frontend')).toEqual(['shop/backend TCP 8080', 'shop/database TCP 8080']);
  });

  it('reaches the public internet and is reached from it, and from no private address', () => {
    const { reach } = told(({ web }) => {
      web.allowFromInternet();
      web.allowToInternet(Port.https());
    });
    expect(reach.to('shop/frontend')).toEqual([
      '1.1.1.1 TCP 3000',
      '35.191.0.1 TCP 3000',
      '2606:4700::1111 TCP 3000',
      '2600:2d00:1:b029::1 TCP 3000',
    ]);
    expect(reach.from('shop/frontend')).toEqual(reach.to('shop/frontend').map(line => line.replace('3000', '443')));
  });

  it('resolves names where it is told', () => {
    const { reach } = told(({ web }) => web.allowDns([Dns.openShift(), Dns.at(['172.20.0.10'])]));
    expect(reach.from('shop/frontend')).toEqual([
      'openshift-dns/dns-default UDP 5353, TCP 5353',
      '172.20.0.10 UDP 53, TCP 53',
    ]);
  });

  it('is isolated when it is told so, in both directions or one', () => {
    const both = told(({ web }) => web.isolate()).reach;
    expect([both.to('shop/frontend'), both.from('shop/frontend')]).toEqual([[], []]);
    const one = told(({ web }) => web.isolate([Direction.EGRESS])).reach;
    expect(one.isolated('Ingress')).toEqual([]);
    expect(one.from('shop/frontend')).toEqual([]);
  });

  it('has one policy for all that it is told', () => {
    const { chart } = told(({ web, api, db }) => {
      web.allowTo(api);
      web.allowTo(api, Port.tcp(9090));
      web.allowFrom(Peer.ingressNginx());
      api.allowTo(db);
      web.isolate();
    });
    expect(namesOf(chart)).toEqual(['shop/web', 'shop/api', 'shop/db']);
    expect(policiesOf(chart).map(({ spec }) => [spec?.ingress?.length, spec?.egress?.length])).toEqual([
      [1, 1],
      [1, 1],
      [1, undefined],
    ]);
  });

  it('can be told more after the chart was written once', () => {
    const { chart, shop } = told(({ web, api }) => web.allowTo(api));
    expect(new Reach(policiesOf(chart)).to('shop/database')).toContain('shop/backend everything');
    shop.api.allowTo(shop.db);
    expect(new Reach(policiesOf(chart)).to('shop/database')).toEqual(['shop/backend TCP 5432']);
  });

  it('reaches others in other charts and namespaces, both ends in their own', () => {
    const app = new App();
    const [shop, pay] = ['shop', 'pay'].map(namespace => new Chart(app, namespace, { namespace }));
    const web = new Workload(shop, 'web', { pods: tier('frontend') });
    const api = new Workload(pay, 'api', { pods: tier('backend'), ports: [Port.tcp(8080)] });
    web.allowTo(api);
    expect([...namesOf(shop), ...namesOf(pay)]).toEqual(['shop/web', 'pay/api']);
    const reach = new Reach([...policiesOf(shop), ...policiesOf(pay)]);
    expect(reach.from('shop/frontend')).toEqual(['pay/backend TCP 8080']);
    expect(reach.to('pay/backend')).toEqual(['shop/frontend TCP 8080']);
  });

  it('says where it is among the ids of its scopes, and takes the fields of every construct', () => {
    const chart = testChart();
    const web = new Workload(chart, 'web', { pods: tier('frontend'), name: 'frontend', owner: 'team-a' });
    web.isolate();
    expect(policiesOf(chart)[0].metadata).toEqual({
      annotations: { 'netpol/owner': 'team-a' },
      name: 'frontend',
      namespace: 'shop',
    });
  });
});

describe('Workloads', () => {
  it('are told the same, each at its own ports', () => {
    const { reach } = told(({ web, api, db }) => {
      const group = Workloads.of(web, api);
      group.allowFrom(Pods.labeled({ app: 'job' }));
      group.allowTo(db);
      group.allowDns();
    });
    expect(reach.to('shop/frontend')).toEqual(['shop/job TCP 3000']);
    expect(reach.to('shop/backend')).toEqual(['shop/job TCP 8080']);
    expect(reach.to('shop/database')).toEqual(['shop/frontend TCP 5432', 'shop/backend TCP 5432']);
    expect(reach.from('shop/backend')).toEqual(['shop/database TCP 5432', 'kube-system/coredns UDP 53, TCP 53']);
  });

  it('reach each other, at the ports of the one that is reached', () => {
    const { reach } = told(({ web, api, db }) => Workloads.of(web, api, db).allowInternally());
    expect(reach.to('shop/database')).toEqual(['shop/frontend TCP 5432', 'shop/backend TCP 5432']);
    expect(reach.from('shop/database')).toEqual(['shop/frontend TCP 3000', 'shop/backend TCP 8080']);
  });

  it('are reached as one peer, and each end is written', () => {
    const { chart, reach } = told(({ web, api, db }) => web.allowTo(Workloads.of(api, db)));
    expect(namesOf(chart)).toEqual(['shop/web', 'shop/api', 'shop/db']);
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080', 'shop/database TCP 5432']);
  });
});
