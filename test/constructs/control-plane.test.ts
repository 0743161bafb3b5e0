import { ApiServerAccess, Peer, Pods, Port, ProtectSystemServices, WebhookAccess } from '../../src';
import { Reach } from './reach';
import { namesOf, policiesOf, testChart } from './synth';

const pods = Pods.labeled({ tier: 'backend' });

describe('ApiServerAccess', () => {
  it('reaches the endpoints and the ClusterIP of the API server, at the usual ports of both', () => {
    const chart = testChart();
    new ApiServerAccess(chart, 'operator', { pods, cidrs: ['172.20.0.10/32', '203.0.113.7/32', 'fd00::9/128'] });
    expect(new Reach(policiesOf(chart)).from('shop/backend')).toEqual(
      ['203.0.113.7', '172.20.0.10', 'fd00::9'].map(each => `${each} TCP 443, TCP 6443`),
    );
  });
});

describe('WebhookAccess', () => {
  it('is reached by the control plane alone, at the port that the pods listen on', () => {
    const chart = testChart();
    new WebhookAccess(chart, 'webhook', { pods, ports: [Port.tcp(9443)], from: [Peer.apiServer(['10.9.9.9/32'])] });
    const reach = new Reach(policiesOf(chart));
    expect(reach.to('shop/backend')).toEqual(['10.9.9.9 TCP 9443']);
    expect(reach.isolated('Egress')).toEqual([]);
  });
});

describe('ProtectSystemServices', () => {
  const chart = testChart({ namespace: 'kube-system' });
  new ProtectSystemServices(chart, 'system');
  const reach = new Reach(policiesOf(chart));

  it('has DNS reached by everyone, nodes and other namespaces included', () => {
    expect(reach.to('kube-system/coredns')).toEqual(
      expect.arrayContaining(['shop/frontend UDP 53, TCP 53', '10.9.9.9 UDP 53, TCP 53', 'fd00::9 UDP 53, TCP 53']),
    );
  });

  it('has every other pod reached by its neighbours alone', () => {
    expect(reach.to('kube-system/kube-proxy')).toEqual([
      'kube-system/coredns everything',
      'kube-system/node-local-dns everything',
    ]);
  });

  it('leaves what the pods send, and other namespaces, as they are', () => {
    expect(namesOf(chart)).toEqual(['kube-system/system', 'kube-system/system-dns']);
    expect(reach.isolated('Egress')).toEqual([]);
    expect(reach.isolated('Ingress').every(name => name.startsWith('kube-system/'))).toBe(true);
  });

  it('may have a webhook beside it, for what the API server calls', () => {
    const both = testChart({ namespace: 'kube-system' });
    new ProtectSystemServices(both, 'system');
    const proxy = Pods.labeled({ 'k8s-app': 'kube-proxy' });
    new WebhookAccess(both, 'metrics-server', {
      pods: proxy,
      ports: [Port.tcp(9443)],
      from: [Peer.cidr('10.9.9.9/32')],
    });
    expect(new Reach(policiesOf(both)).to('kube-system/kube-proxy')).toContain('10.9.9.9 TCP 9443');
  });
});
