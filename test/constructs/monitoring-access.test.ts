import { MonitoringAccess, MonitoringAccessProps, Peer, Pods, Port } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart, yamlOf } from './synth';

function reachWith(props: Partial<MonitoringAccessProps>): Reach {
  const chart = testChart();
  new MonitoringAccess(chart, 'metrics', { pods: Pods.labeled({ app: 'shop' }), ports: [Port.tcp(9090)], ...props });
  return new Reach(policiesOf(chart));
}

describe('MonitoringAccess', () => {
  it('lets the Prometheus of namespace monitoring scrape, and no pod that looks like it elsewhere', () => {
    const reach = reachWith({});
    expect(reach.to('shop/backend')).toEqual(['monitoring/prometheus TCP 9090']);
    expect(reach.to('shop/database')).toEqual(['monitoring/prometheus TCP 9090']);
  });

  it('isolates the selected pods for ingress alone', () => {
    const reach = reachWith({});
    expect(reach.isolated('Ingress')).toEqual(['shop/frontend', 'shop/backend', 'shop/database']);
    expect(reach.isolated('Egress')).toEqual([]);
  });

  it('lets those scrape that are named instead', () => {
    expect(reachWith({ from: [Peer.prometheusChart('pay')] }).to('shop/backend')).toEqual([
      'pay/like-prometheus TCP 9090',
    ]);
    expect(reachWith({ from: [Pods.labeled({ app: 'job' })] }).to('shop/backend')).toEqual(['shop/job TCP 9090']);
  });

  it('asks each pod for the number of a named port', () => {
    const reach = reachWith({ ports: [Port.named('http'), Port.named('metrics')] });
    expect(reach.to('shop/frontend')).toEqual(['monitoring/prometheus TCP 3000']);
    expect(reach.to('shop/backend')).toEqual(['monitoring/prometheus TCP 8080, TCP 9090']);
    expect(reach.to('shop/database')).toEqual([]);
  });

  it('writes one policy, touching numbers as a range', () => {
    const chart = testChart();
    new MonitoringAccess(chart, 'metrics', {
      pods: Pods.all(),
      ports: [Port.named('metrics'), Port.tcp(9091), Port.tcp(9090)],
    });
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: metrics
       namespace: shop
     spec:
       ingress:
         - from:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: monitoring
               podSelector:
                 matchLabels:
                   app.kubernetes.io/name: prometheus
           ports:
             - endPort: 9091
               port: 9090
               protocol: TCP
             - port: metrics
               protocol: TCP
       podSelector: {}
       policyTypes:
         - Ingress

    `);
  });
});
