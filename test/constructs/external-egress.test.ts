import { ExternalEgress, ExternalEgressProps, Peer, Pods, Port } from '../../src';
import { refusalOf } from '../refusal';
import { Reach } from './reach';
import { policiesOf, testChart, yamlOf } from './synth';

const pods = Pods.labeled({ tier: 'backend' });

function reachWith(props: Partial<ExternalEgressProps>): Reach {
  const chart = testChart();
  new ExternalEgress(chart, 'out', { pods, to: [Peer.internet()], ports: [Port.https()], ...props });
  return new Reach(policiesOf(chart));
}

const PUBLIC = ['1.1.1.1', '35.191.0.1', '2606:4700::1111', '2600:2d00:1:b029::1'].map(each => `${each} TCP 443`);

describe('ExternalEgress', () => {
  it('to the internet reaches public addresses of both families, and nothing private, of the platform or in the cluster', () => {
    expect(reachWith({}).from('shop/backend')).toEqual(PUBLIC);
  });

  it('isolates the selected pods for egress alone', () => {
    const reach = reachWith({});
    expect([reach.isolated('Egress'), reach.isolated('Ingress')]).toEqual([['shop/backend'], []]);
  });

  it('to blocks reaches their addresses, minus exceptions', () => {
    const reach = reachWith({
      to: [Peer.cidr('203.0.113.0/24'), Peer.cidr('10.0.0.0/8', '10.20.0.0/16')],
      ports: [Port.tcp(80, 443)],
    });
    expect(reach.from('shop/backend')).toEqual(['203.0.113.7 TCP 80, TCP 443', '10.9.9.9 TCP 80, TCP 443']);
  });

  it('with NAT64 reaches translated public addresses, and no translated metadata address', () => {
    expect(reachWith({ to: [Peer.internet({ nat64: true })] }).from('shop/backend')).toEqual(PUBLIC);
  });

  it('opens every port only where that is said', () => {
    expect(reachWith({ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.all()] }).from('shop/backend')).toEqual([
      '203.0.113.7 everything',
    ]);
  });

  it('offers the internet in place of every address', () => {
    const { fix } = refusalOf(() => reachWith({ to: [Peer.cidr('0.0.0.0/0')] }));
    expect(fix).toMatch(/^use Peer\.internet\(\), or leave them out/);
  });

  it.each([
    [
      '169.254.0.0/16',
      ['169.254.169.254', '169.254.169.252', '169.254.170.2', '169.254.170.23', '169.254.0.23', '169.254.42.42'],
    ],
    ['100.64.0.0/10', ['100.100.100.200', '100.96.0.96', '100.88.222.5']],
    [
      'fc00::/7',
      ['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254', 'fd00:c1::a9fe:a9fe', 'fd00:42::42', 'fd00:a9fe:a9fe::1'],
    ],
    ['168.63.129.16/32', ['168.63.129.16']],
    ['fe80::/10', ['fe80::a9fe:a9fe']],
  ])('refuses %s, which covers metadata addresses, unless each is said by name', (cidr, addresses) => {
    const to = [Peer.cidr(cidr)];
    const refusal = refusalOf(() => reachWith({ to }));
    expect(refusal).toMatchObject({ code: 'metadata-address', path: "ExternalEgress 'chart/out' > to" });
    expect(refusal.message).toContain(`${cidr} covers ${addresses.join(', ')}, where clouds hand out credentials`);
    expect(refusal.message).toContain(`allowMetadata: [${addresses.map(each => `'${each}'`).join(', ')}]`);
    expect(() => reachWith({ to, allowMetadata: addresses })).not.toThrow();
    expect(refusalOf(() => reachWith({ to, allowMetadata: ['192.0.0.192'] })).code).toBe('metadata-address');
    expect(() =>
      reachWith({
        to: [
          Peer.cidr(
            cidr,
            ...addresses.filter(each => `${each}/32` !== cidr).map(each => `${each}/${each.includes(':') ? 128 : 32}`),
          ),
        ],
        allowMetadata: addresses.slice(0, 1),
      }),
    ).not.toThrow();
  });

  it('refuses a block behind which a NAT64 translator has metadata addresses', () => {
    for (const cidr of ['64:ff9b::/96', '64:ff9b::a9fe:a9fe/128', '64:ff9b::a9fe:0/112']) {
      const refusal = refusalOf(() => reachWith({ to: [Peer.cidr(cidr)] }));
      expect(refusal).toMatchObject({ code: 'metadata-address' });
      expect(refusal.message).toContain("allowMetadata: ['169.254.169.254'");
    }
    const to = [Peer.cidr('64:ff9b::a9fe:a9fe/128')];
    expect(reachWith({ to, allowMetadata: ['169.254.169.254'] }).from('shop/backend')).toEqual([
      '64:ff9b::a9fe:a9fe TCP 443',
    ]);
    expect(() => reachWith({ to: [Peer.cidr('64:ff9b::808:0/112')] })).not.toThrow();
  });

  it('refuses pods and everyone: they are not outside', () => {
    for (const peer of [Pods.all(), Peer.anyPod(), Peer.anywhere()]) {
      expect(refusalOf(() => reachWith({ to: [Peer.internet(), peer] }))).toMatchObject({
        code: 'peer',
        path: "ExternalEgress 'chart/out' > to",
      });
    }
  });

  it('writes one policy', () => {
    const chart = testChart();
    new ExternalEgress(chart, 'payments', {
      pods,
      to: [Peer.cidr('203.0.113.0/24', '203.0.113.128/25')],
      ports: [Port.https(), Port.tcp(8443)],
    });
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: payments
       namespace: shop
     spec:
       egress:
         - ports:
             - port: 443
               protocol: TCP
             - port: 8443
               protocol: TCP
           to:
             - ipBlock:
                 cidr: 203.0.113.0/24
                 except:
                   - 203.0.113.128/25
       podSelector:
         matchLabels:
           tier: backend
       policyTypes:
         - Egress

    `);
  });
});
