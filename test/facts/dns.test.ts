import { Dns } from '../../src/facts/dns';
import { Peer } from '../../src/facts/peer';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { refusalOf } from '../refusal';

const words = ({ peer, ports }: Dns) => `${peer.toPeers().join(' or ')}: ${ports.join(', ')}`;

const KUBE_DNS = 'pods k8s-app=kube-dns in namespace kube-system';

describe('Dns', () => {
  it.each([
    ['kubeDns', Dns.kubeDns(), `${KUBE_DNS}: UDP 53, TCP 53`],
    ['coreDnsChart', Dns.coreDnsChart('dns'), 'pods app.kubernetes.io/name=coredns in namespace dns: UDP 53, TCP 53'],
    [
      'nodeLocal',
      Dns.nodeLocal(),
      'pods k8s-app=node-local-dns in namespace kube-system or 169.254.20.10/32: UDP 53, TCP 53',
    ],
    [
      'nodeLocal with a ClusterIP',
      Dns.nodeLocal('10.96.0.10'),
      'pods k8s-app=node-local-dns in namespace kube-system or 169.254.20.10/32 or 10.96.0.10/32: UDP 53, TCP 53',
    ],
    ['kubespray', Dns.kubespray(), '169.254.25.10/32: UDP 53, TCP 53'],
    ['gkeCloudDns', Dns.gkeCloudDns(), '169.254.169.254/32: UDP 53, TCP 53'],
    ['aksLocalDns', Dns.aksLocalDns(), '169.254.10.10/32 or 169.254.10.11/32: UDP 53, TCP 53'],
    [
      'openShift',
      Dns.openShift(),
      'pods dns.operator.openshift.io/daemonset-dns=default in namespace openshift-dns: UDP 5353, TCP 5353',
    ],
    ['eksAutoMode', Dns.eksAutoMode('172.20.0.10'), '172.20.0.10/32: UDP 53, TCP 53'],
    ['at', Dns.at(['10.0.0.2', 'fd00::2']), '10.0.0.2/32 or fd00::2/128: UDP 53, TCP 53'],
    [
      'of',
      Dns.of(Pods.labeled({ app: 'dns' }).inNamespace('dns'), [Port.udp(1053)]),
      'pods app=dns in namespace dns: UDP 1053',
    ],
  ])('%s', (_, dns, expected) => expect(words(dns)).toBe(expected));

  it.each([
    ['no addresses', () => Dns.at([]), { code: 'empty-list', path: 'Dns.at' }],
    ['what is no address', () => Dns.at(['10.0.0.2', 'dns']), { code: 'cidr', path: 'Dns.at > [1]', value: 'dns' }],
    [
      'a block for an address',
      () => Dns.at(['10.0.0.0/8']),
      { code: 'cidr', path: 'Dns.at > [0]', value: '10.0.0.0/8' },
    ],
    ['leading zeros', () => Dns.at(['010.0.0.2']), { code: 'cidr', path: 'Dns.at > [0]', value: '010.0.0.2' }],
    ['an IPv4-mapped address', () => Dns.at(['::ffff:10.0.0.2']), { code: 'cidr', path: 'Dns.at > [0]' }],
    ['one address for a list', () => Dns.at('10.0.0.2' as never), { code: 'wrong-type', path: 'Dns.at' }],
    [
      'no address',
      () => Dns.eksAutoMode(undefined as never),
      { code: 'missing', path: 'Dns.eksAutoMode > clusterDnsIp' },
    ],
    [
      'what is no ClusterIP',
      () => Dns.nodeLocal('none'),
      { code: 'cidr', path: 'Dns.nodeLocal > clusterIp', value: 'none' },
    ],
    [
      'null for a ClusterIP',
      () => Dns.nodeLocal(null as never),
      { code: 'wrong-type', path: 'Dns.nodeLocal > clusterIp' },
    ],
    ['no namespace', () => Dns.coreDnsChart(undefined as never), { code: 'missing' }],
    [
      'text for a peer',
      () => Dns.of('10.0.0.2' as never, [Port.udp(53)]),
      { code: 'wrong-type', path: 'Dns.of > peer' },
    ],
    [
      'a peer for nobody',
      () => Dns.of({ toPeers: () => [] }, [Port.udp(53)]),
      { code: 'empty-list', path: 'Dns.of > peer' },
    ],
    ['no ports', () => Dns.of(Pods.all(), []), { code: 'empty-list', path: 'Dns.of > ports' }],
    ['a number for a port', () => Dns.of(Pods.all(), [53] as never), { code: 'wrong-type', path: 'Dns.of > ports[0]' }],
  ])('refuses %s', (_, make, refusal) => expect(refusalOf(make)).toMatchObject(refusal));

  it('says what an address looks like, and names the one that was given', () => {
    expect(refusalOf(() => Dns.at(['10.0.0.0/8'])).message).toContain(
      "'10.0.0.0/8' is not an address; write it like 10.96.0.10 or fd00::10",
    );
  });

  it('answers on the ports that were given, whatever becomes of the list', () => {
    const ports = [Port.udp(53)];
    const dns = Dns.of(Peer.anyPod(), ports);
    ports.push(Port.all());
    expect(dns.ports.map(String)).toEqual(['UDP 53']);
    expect(() => Dns.kubeDns().ports.push(Port.all())).toThrow(TypeError);
  });
});
