import { IPeer, LabelExpression, NetworkPolicy, NetworkPolicyProps, Peer, Pods, Port } from '../../src';
import { refusalOf } from '../refusal';
import { Reach } from './reach';
import { policiesOf, testChart, yamlOf } from './synth';

const pods = Pods.labeled({ tier: 'backend' });

function chartWith(props: Omit<NetworkPolicyProps, 'pods'>) {
  const chart = testChart();
  new NetworkPolicy(chart, 'own', { pods, ...props });
  return chart;
}

describe('NetworkPolicy', () => {
  it('isolates in the directions that have rules', () => {
    const ingress = new Reach(policiesOf(chartWith({ ingress: [{ from: [Peer.anywhere()], ports: [Port.all()] }] })));
    expect([ingress.isolated('Ingress'), ingress.isolated('Egress')]).toEqual([['shop/backend'], []]);
    const egress = new Reach(policiesOf(chartWith({ egress: [{ to: [Peer.anywhere()], ports: [Port.https()] }] })));
    expect([egress.isolated('Ingress'), egress.isolated('Egress')]).toEqual([[], ['shop/backend']]);
  });

  it('demands namespace and labels of pods together, and takes lists for OR', () => {
    const from = [Pods.labeled({ tier: 'frontend' }).inNamespaces({ team: 'b' }), Peer.namespace('monitoring')];
    const reach = new Reach(policiesOf(chartWith({ ingress: [{ from, ports: [Port.http()] }] })));
    expect(reach.to('shop/backend')).toEqual([
      'pay/frontend TCP 80',
      'monitoring/prometheus TCP 80',
      'monitoring/grafana TCP 80',
    ]);
  });

  it('keeps the ports of each rule to its own peers', () => {
    const reach = new Reach(
      policiesOf(
        chartWith({
          egress: [
            { to: [Pods.labeled({ tier: 'database' })], ports: [Port.postgres()] },
            { to: [Pods.labeled({ tier: 'frontend' }).inAnyNamespace()], ports: [Port.tcp(3000)] },
          ],
        }),
      ),
    );
    expect(reach.from('shop/backend')).toEqual([
      'shop/frontend TCP 3000',
      'shop/database TCP 5432',
      'pay/frontend TCP 3000',
    ]);
  });

  it('lets everyone in only where that is said', () => {
    const to = (peer: IPeer) =>
      new Reach(policiesOf(chartWith({ ingress: [{ from: [peer], ports: [Port.all()] }] }))).to('shop/backend');
    expect(to(Peer.anywhere())).toContain('1.1.1.1 everything');
    expect(to(Peer.anyPod())).not.toContain('1.1.1.1 everything');
    expect(to(Peer.anyPod())).toContain('pay/like-dns everything');
    expect(to(Pods.all())).toEqual(['shop/frontend everything', 'shop/database everything', 'shop/job everything']);
  });

  it('opens no address at which clouds hand out credentials, unless that is named', () => {
    const egress = [
      { to: [pods], ports: [Port.https()] },
      { to: [Peer.cidr('169.254.0.0/16')], ports: [Port.http()] },
    ];
    expect(refusalOf(() => chartWith({ egress })).message).toContain(
      "NetworkPolicy 'chart/own' > egress[1].to: 169.254.0.0/16 covers 169.254.169.254, 169.254.169.252",
    );
    const allowMetadata = ['169.254.169.254', '169.254.169.252', '169.254.170.2', '169.254.170.23', '169.254.0.23'];
    expect(refusalOf(() => chartWith({ egress, allowMetadata })).message).toContain(
      "169.254.0.0/16 covers 169.254.42.42, where clouds hand out credentials; leave them out with except, or say allowMetadata: ['169.254.42.42']",
    );
    const open = chartWith({ egress, allowMetadata: [...allowMetadata, '169.254.42.42'] });
    expect(new Reach(policiesOf(open)).from('shop/backend')).toContain('169.254.169.254 TCP 80');
  });

  it('takes expressions on pods and on namespaces', () => {
    const from = [
      Pods.matching(LabelExpression.notIn('tier', ['frontend'])).inNamespacesMatching(
        LabelExpression.in('team', ['a', 'b']),
      ),
    ];
    const reach = new Reach(policiesOf(chartWith({ ingress: [{ from, ports: [Port.http()] }] })));
    expect(reach.to('shop/backend')).toEqual(
      [
        'shop/database',
        'shop/job',
        'pay/backend',
        'pay/database',
        'pay/like-dns',
        'pay/like-ingress',
        'pay/like-prometheus',
      ].map(pod => `${pod} TCP 80`),
    );
  });

  it('writes peers with equal ports as one rule, and equal peers once', () => {
    const web = Pods.labeled({ app: 'web' });
    const chart = chartWith({
      ingress: [
        { from: [web, Peer.cidr('10.0.0.0/8')], ports: [Port.tcp(80)] },
        { from: [web.inNamespace('shop'), web], ports: [Port.tcp(81)] },
        { from: [Peer.cidr('10.0.0.0/8')], ports: [Port.tcp(81)] },
      ],
    });
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: own
       namespace: shop
     spec:
       ingress:
         - from:
             - ipBlock:
                 cidr: 10.0.0.0/8
             - podSelector:
                 matchLabels:
                   app: web
           ports:
             - endPort: 81
               port: 80
               protocol: TCP
       podSelector:
         matchLabels:
           tier: backend
       policyTypes:
         - Ingress

    `);
  });

  it('writes anywhere and every port by leaving the lists out', () => {
    expect(yamlOf(chartWith({ egress: [{ to: [Peer.anywhere()], ports: [Port.all()] }] }))).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: own
       namespace: shop
     spec:
       egress:
         - {}
       podSelector:
         matchLabels:
           tier: backend
       policyTypes:
         - Egress

    `);
  });
});
