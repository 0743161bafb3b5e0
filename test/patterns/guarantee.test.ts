import { Dns } from '../../src/facts/dns';
import { Peer } from '../../src/facts/peer';
import { Direction } from '../../src/model/direction';
import { Guarantee } from '../../src/model/guarantee';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { allowDns } from '../../src/patterns/allow-dns';
import { defaultDeny } from '../../src/patterns/default-deny';
import { externalEgress } from '../../src/patterns/external-egress';
import { monitoringAccess } from '../../src/patterns/monitoring-access';
import { networkPolicy } from '../../src/patterns/network-policy';
import { intentOf, Pattern } from '../../src/patterns/pattern';
import { guaranteeOf } from '../../src/patterns/plan';
import { PolicyProps } from '../../src/patterns/policy-props';
import { threeTierApp } from '../../src/patterns/three-tier-app';

const web = Pods.labeled({ app: 'web' });

const block = Peer.cidr('203.0.113.0/24');

function guarantee<P extends PolicyProps>(pattern: Pattern<P>, props: P): string[] {
  return inWords(guaranteeOf(intentOf(pattern, props, { name: 'a', namespace: 'shop' }).plan));
}

function inWords({ isolates, opens }: Guarantee): string[] {
  return [
    ...isolates.map(({ pods, directions }) => `${pods}: ${directions}`),
    ...opens.map(({ from, to, ports, ends }) => `${from} -> ${to}: ${ports} at ${ends}`),
  ];
}

const WEB = 'pods app=web in namespace shop';

const KUBE_DNS = 'pods k8s-app=kube-dns in namespace kube-system';

describe('what a pattern guarantees, as data', () => {
  it('DefaultDeny: isolation alone', () => {
    expect(guarantee(defaultDeny, {})).toEqual(['all pods in namespace shop: Ingress,Egress']);
    expect(guarantee(defaultDeny, { pods: web, directions: [Direction.INGRESS] })).toEqual([`${WEB}: Ingress`]);
  });

  it('AllowDns: one opening a resolver, at the end of the pods', () => {
    expect(guarantee(allowDns, { pods: web, dns: [Dns.kubeDns(), Dns.kubespray()] })).toEqual([
      `${WEB}: Egress`,
      `${WEB} -> ${KUBE_DNS}: UDP 53,TCP 53 at Egress`,
      `${WEB} -> 169.254.25.10/32: UDP 53,TCP 53 at Egress`,
    ]);
  });

  it('ExternalEgress: to the blocks', () => {
    expect(guarantee(externalEgress, { pods: web, to: [block], ports: [Port.https()] })).toEqual([
      `${WEB}: Egress`,
      `${WEB} -> 203.0.113.0/24: TCP 443 at Egress`,
    ]);
  });

  it('MonitoringAccess: from Prometheus', () => {
    expect(guarantee(monitoringAccess, { pods: web, ports: [Port.tcp(9090)] })).toEqual([
      `${WEB}: Ingress`,
      `pods app.kubernetes.io/name=prometheus in namespace monitoring -> ${WEB}: TCP 9090 at Ingress`,
    ]);
  });

  it('NetworkPolicy: what its rules say, in the directions that it has', () => {
    const rules = {
      ingress: [{ from: [Peer.anywhere()], ports: [Port.all()] }],
      egress: [{ to: [Pods.all()], ports: [Port.http()] }],
    };
    expect(guarantee(networkPolicy, { pods: web, ...rules })).toEqual([
      `${WEB}: Ingress,Egress`,
      `anywhere -> ${WEB}: all ports at Ingress`,
      `${WEB} -> all pods in namespace shop: TCP 80 at Egress`,
    ]);
  });

  it('ThreeTierApp: its own connections at both ends, those with others at its own', () => {
    const pods = (tier: string) => Pods.labeled({ tier });
    const words = guarantee(threeTierApp, {
      frontend: { pods: pods('f'), port: Port.http(), from: [Peer.anywhere()] },
      backend: { pods: pods('b'), port: Port.tcp(8080) },
      database: { pods: pods('d').inNamespace('data'), port: Port.postgres() },
      externalApis: [{ to: [block], ports: [Port.https()] }],
      monitoring: { from: [Peer.prometheus()], ports: [Port.tcp(9090)] },
    });
    const [f, b, d] = [
      'pods tier=f in namespace shop',
      'pods tier=b in namespace shop',
      'pods tier=d in namespace data',
    ];
    const prometheus = 'pods app.kubernetes.io/name=prometheus in namespace monitoring';
    expect(words).toEqual([
      ...[f, b, d].map(tier => `${tier}: Ingress,Egress`),
      `anywhere -> ${f}: TCP 80 at Ingress`,
      `${f} -> ${b}: TCP 8080 at Ingress,Egress`,
      `${b} -> ${d}: TCP 5432 at Ingress,Egress`,
      ...[f, b, d].map(tier => `${tier} -> ${KUBE_DNS}: UDP 53,TCP 53 at Egress`),
      `${b} -> 203.0.113.0/24: TCP 443 at Egress`,
      ...[f, b, d].map(tier => `${prometheus} -> ${tier}: TCP 9090 at Ingress`),
    ]);
  });
});
