import { AllowDns, Dns, Pods, Port } from '../../src';
import { Reach } from './reach';
import { namesOf, policiesOf, testChart, yamlOf } from './synth';

function reachWith(...dns: Dns[]): Reach {
  const chart = testChart();
  new AllowDns(chart, 'dns', { dns });
  return new Reach(policiesOf(chart));
}

describe('AllowDns', () => {
  it.each([
    ['kubeDns', Dns.kubeDns(), ['kube-system/coredns UDP 53, TCP 53']],
    ['coreDnsChart', Dns.coreDnsChart('dns'), ['dns/coredns UDP 53, TCP 53']],
    ['nodeLocal', Dns.nodeLocal(), ['kube-system/node-local-dns UDP 53, TCP 53', '169.254.20.10 UDP 53, TCP 53']],
    [
      'nodeLocal with ClusterIP',
      Dns.nodeLocal('172.20.0.10'),
      ['kube-system/node-local-dns UDP 53, TCP 53', '172.20.0.10 UDP 53, TCP 53', '169.254.20.10 UDP 53, TCP 53'],
    ],
    ['kubespray', Dns.kubespray(), ['169.254.25.10 UDP 53, TCP 53']],
    ['gkeCloudDns', Dns.gkeCloudDns(), ['169.254.169.254 UDP 53, TCP 53']],
    ['aksLocalDns', Dns.aksLocalDns(), ['169.254.10.10 UDP 53, TCP 53']],
    ['openShift', Dns.openShift(), ['openshift-dns/dns-default UDP 5353, TCP 5353']],
    ['eksAutoMode', Dns.eksAutoMode('172.20.0.10'), ['172.20.0.10 UDP 53, TCP 53']],
    ['at', Dns.at(['10.9.9.9', 'fd00::9']), ['10.9.9.9 UDP 53, TCP 53', 'fd00::9 UDP 53, TCP 53']],
    ['of', Dns.of(Pods.labeled({ app: 'job' }), [Port.udp(5353)]), ['shop/job UDP 5353']],
  ])('with %s lets pods reach these resolvers and nobody else', (_, dns, resolvers) => {
    const reach = reachWith(dns);
    expect(reach.from('shop/frontend')).toEqual(resolvers);
    expect(reach.from('shop/database')).toEqual(resolvers);
  });

  it('adds resolvers up, each at its own ports', () => {
    expect(reachWith(Dns.openShift(), Dns.kubeDns(), Dns.kubespray()).from('shop/backend')).toEqual([
      'kube-system/coredns UDP 53, TCP 53',
      'openshift-dns/dns-default UDP 5353, TCP 5353',
      '169.254.25.10 UDP 53, TCP 53',
    ]);
  });

  it('isolates the pods of the namespace for egress, and no others in any way', () => {
    const reach = reachWith(Dns.kubeDns());
    expect(reach.isolated('Egress')).toEqual(['shop/frontend', 'shop/backend', 'shop/database', 'shop/job']);
    expect(reach.isolated('Ingress')).toEqual([]);
  });

  it('writes nothing into the namespace of the DNS pods', () => {
    const chart = testChart();
    new AllowDns(chart, 'dns');
    expect(namesOf(chart)).toEqual(['shop/dns']);
  });

  it('writes namespace AND labels, UDP AND TCP', () => {
    const chart = testChart();
    new AllowDns(chart, 'dns');
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: dns
       namespace: shop
     spec:
       egress:
         - ports:
             - port: 53
               protocol: TCP
             - port: 53
               protocol: UDP
           to:
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: kube-system
               podSelector:
                 matchLabels:
                   k8s-app: kube-dns
       podSelector: {}
       policyTypes:
         - Egress

    `);
  });

  it('shares a rule between resolvers with the same ports', () => {
    const chart = testChart();
    new AllowDns(chart, 'dns', {
      pods: Pods.labeled({ app: 'shop' }),
      dns: [Dns.nodeLocal('10.96.0.10'), Dns.kubeDns()],
    });
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: dns
       namespace: shop
     spec:
       egress:
         - ports:
             - port: 53
               protocol: TCP
             - port: 53
               protocol: UDP
           to:
             - ipBlock:
                 cidr: 10.96.0.10/32
             - ipBlock:
                 cidr: 169.254.20.10/32
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: kube-system
               podSelector:
                 matchLabels:
                   k8s-app: kube-dns
             - namespaceSelector:
                 matchLabels:
                   kubernetes.io/metadata.name: kube-system
               podSelector:
                 matchLabels:
                   k8s-app: node-local-dns
       podSelector:
         matchLabels:
           app: shop
       policyTypes:
         - Egress

    `);
  });
});
