import {
  Allow,
  AllowFrom,
  AllowDns,
  DefaultDeny,
  ExternalEgress,
  Mesh,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
} from '../../src';
import { refusalOf } from '../refusal';
import { Reach } from './reach';
import { SHOP } from './shop';
import { policiesOf, testChart } from './synth';

const pair = {
  from: Pods.labeled({ tier: 'frontend' }),
  to: Pods.labeled({ tier: 'backend' }),
  ports: [Port.tcp(8080)],
};

function reachWith(mesh: Mesh): Reach {
  const chart = testChart();
  new Allow(chart, 'web-to-api', { ...pair, mesh });
  return new Reach(policiesOf(chart));
}

const PROBES = ['169.254.7.127', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff'];

describe('a construct in a mesh', () => {
  it('with sidecars of Istio reaches istiod, and its peers at the ports of the application', () => {
    const reach = reachWith(Mesh.istioSidecar());
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080', 'istio-system/istiod TCP 15012']);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080']);
  });

  it("in Istio's ambient mode has tunnels beside the application's ports, at both ends, and the kubelet's probes", () => {
    const reach = reachWith(Mesh.istioAmbient());
    expect(reach.from('shop/frontend')).toEqual(['shop/backend TCP 8080, TCP 15008']);
    const everyTcpPort = expect.stringMatching(/^(169|fd16)\S* (TCP \d+(, )?)+$/) as string;
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080, TCP 15008', everyTcpPort, everyTcpPort]);
  });

  it("takes the addresses of probes that its user has set instead of Istio's own", () => {
    const reach = reachWith(Mesh.istioAmbient(['10.9.9.9']));
    expect(reach.to('shop/backend').map(line => line.split(' ')[0])).toEqual(['shop/frontend', '10.9.9.9']);
    expect(refusalOf(() => Mesh.istioAmbient([])).path).toBe('Mesh.istioAmbient > probesFrom');
    expect(refusalOf(() => Mesh.istioAmbient(['10.0.0.0/8'])).code).toBe('cidr');
  });

  it('of Linkerd has the ports of its proxies beside those of the application, and the control plane', () => {
    const reach = reachWith(Mesh.linkerd());
    expect(reach.from('shop/frontend')).toEqual([
      'shop/backend TCP 4143, TCP 8080',
      'linkerd/identity TCP 4143, TCP 8080',
    ]);
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 4143, TCP 8080']);
  });

  it('finds a control plane in the namespace that is named', () => {
    expect(reachWith(Mesh.istioSidecar('other')).from('shop/frontend')).toEqual(['shop/backend TCP 8080']);
    expect(refusalOf(() => Mesh.istioSidecar('Istio')).path).toBe('Mesh.istioSidecar > namespace');
  });

  it('opens no tunnel to DNS, to blocks, to UDP, nor where nothing is opened', () => {
    const chart = testChart();
    const mesh = Mesh.istioAmbient();
    new AllowDns(chart, 'dns', { mesh });
    new ExternalEgress(chart, 'out', { pods: pair.from, to: [Peer.internet()], ports: [Port.https()], mesh });
    new Allow(chart, 'syslog', { ...pair, ports: [Port.udp(5432)], mesh });
    new DefaultDeny(chart, 'deny', { mesh });
    const reach = new Reach(policiesOf(chart));
    expect(reach.from('shop/frontend').filter(line => line.includes('15008'))).toEqual([]);
    expect(reach.to('shop/frontend').map(line => line.split(' ')[0])).toEqual(PROBES);
  });

  it('opened to anywhere has tunnels from pods, and none from addresses', () => {
    const chart = testChart();
    new AllowFrom(chart, 'open', { pods: pair.to, from: [Peer.anywhere()], ports: pair.ports, mesh: Mesh.linkerd() });
    const reach = new Reach(policiesOf(chart));
    expect(reach.to('shop/backend')).toEqual(expect.arrayContaining(['1.1.1.1 TCP 8080']));
    expect(reach.to('shop/backend')).toContain('pay/backend TCP 4143, TCP 8080');
  });

  it('says in its guarantee what the mesh adds', () => {
    const { guarantee } = new ThreeTierApp(testChart(), 'shop', { ...SHOP, mesh: Mesh.linkerd() });
    const added = guarantee.opens.filter(({ ports }) => ports.map(String).includes('TCP 4143'));
    // Three ways into tiers, and three tiers to two parts of the control plane.
    expect(added).toHaveLength(9);
  });
});
