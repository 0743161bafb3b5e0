import { Microservice, Microservices, MicroservicesProps, Peer, Pods, Port } from '../../src';
import { Reach } from './reach';
import { namesOf, policiesOf, testChart, yamlOf } from './synth';

const service = (tier: string, more: Partial<Microservice> = {}): Microservice => ({
  pods: Pods.labeled({ tier }),
  port: Port.tcp(8080),
  ...more,
});

function chartWith(services: MicroservicesProps['services'], more: Partial<MicroservicesProps> = {}) {
  const chart = testChart();
  new Microservices(chart, 'shop', { services, ...more });
  return chart;
}

const DNS = 'kube-system/coredns UDP 53, TCP 53';

describe('Microservices', () => {
  const services = {
    web: service('frontend', { calls: ['api'], from: [Peer.ingressNginx()], port: Port.tcp(3000) }),
    api: service('backend', { calls: ['db'], to: [{ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] }] }),
    db: service('database', { port: Port.postgres() }),
  };

  it('opens the calls of the graph at both ends, and no others', () => {
    const reach = new Reach(policiesOf(chartWith(services)));
    expect(reach.to('shop/frontend')).toEqual(['ingress-nginx/controller TCP 3000']);
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080', DNS]);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080']);
    expect(reach.from('shop/backend')).toEqual(['shop/database TCP 5432', DNS, '203.0.113.7 TCP 443']);
    expect(reach.to('shop/database')).toEqual(['shop/backend TCP 5432']);
    expect(reach.from('shop/database')).toEqual([DNS]);
  });

  it('writes one policy a service, in one order', () => {
    const chart = chartWith(services);
    expect(namesOf(chart)).toEqual(['shop/shop-api', 'shop/shop-db', 'shop/shop-web']);
    const { db, api, web } = services;
    expect(yamlOf(chartWith({ db, api, web }))).toBe(yamlOf(chart));
  });

  it('takes services that call each other in a circle, and themselves', () => {
    const reach = new Reach(
      policiesOf(chartWith({ a: service('frontend', { calls: ['b'] }), b: service('backend', { calls: ['a', 'b'] }) })),
    );
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080', DNS]);
    expect(reach.from('shop/backend')).toEqual(['shop/frontend TCP 8080', DNS]);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080']);
  });

  it('has workers that serve nobody, and need no port', () => {
    const worker = { pods: Pods.labeled({ app: 'job' }), calls: ['db'] };
    const reach = new Reach(policiesOf(chartWith({ worker, db: services.db }, { withoutDns: true })));
    expect(reach.from('shop/job')).toEqual(['shop/database TCP 5432']);
    expect(reach.to('shop/job')).toEqual([]);
  });

  it('lets every service be scraped where monitoring is named', () => {
    const monitoring = { from: [Peer.prometheus()], ports: [Port.tcp(9090)] };
    const reach = new Reach(policiesOf(chartWith(services, { monitoring })));
    for (const tier of ['frontend', 'backend', 'database']) {
      expect(reach.to(`shop/${tier}`)).toContain('monitoring/prometheus TCP 9090');
    }
  });
});
