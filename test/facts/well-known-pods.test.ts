import { join } from 'node:path';
import { COLLECTORS } from '../../src/facts/collectors';
import { Dns } from '../../src/facts/dns';
import { MESH_PODS } from '../../src/facts/mesh-ports';
import { Peer } from '../../src/facts/peer';
import {
  CONTROL_PLANE_TUNNELS,
  DNS_PODS,
  envoyGateway,
  INGRESS_CONTROLLERS,
  PROMETHEUSES,
  WellKnownPods,
} from '../../src/facts/well-known-pods';
import { IPeer } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { selects } from '../oracle/selector';
import { describeShared } from '../shared';
import { RealPod, realPods } from './real-pods';

/** Names of the pods that a peer selects. */
function selected(peer: IPeer, pods: readonly RealPod[]): (string | undefined)[] {
  const isSelected = ({ namespace, labels }: RealPod) =>
    peer
      .toPeers()
      .some(term => term instanceof Pods && term.namespace === namespace && selects(term.podSelector, labels));
  return pods.filter(isSelected).map(({ name }) => name);
}

/** The ports on which pods say that they answer DNS. */
function dnsPorts(pods: readonly RealPod[]): string[] {
  const ports = pods.flatMap(pod => pod.ports.filter(({ name }) => name?.startsWith('dns')));
  return ports.map(({ protocol, containerPort }) => `${protocol} ${containerPort}`);
}

describeShared("well-known peers and upstream's manifests", shared => {
  const manifests = (...path: string[]) => realPods(join(shared, 'real', ...path));

  it('ingress-nginx: its controller, and not the jobs beside it', () => {
    const pods = manifests('ingress-nginx');
    expect(pods).toHaveLength(3);
    expect(selected(Peer.ingressNginx(), pods)).toEqual(['ingress-nginx-controller']);
    expect(selected(Peer.ingressNginx('other'), pods)).toEqual([]);
  });

  it('kube-prometheus: its Prometheus, and none of the seven other workloads', () => {
    const pods = manifests('kube-prometheus');
    expect(new Set(pods.map(({ namespace }) => namespace))).toEqual(new Set(['monitoring']));
    expect(pods).toHaveLength(8);
    expect(selected(Peer.prometheus(), pods)).toEqual(['k8s']);
  });

  it('CoreDNS in kube-system: its pods, at the ports that they name, and not those of node-local DNS', () => {
    const pods = [
      ...manifests('dns', 'coredns'),
      ...manifests('dns', 'node-local-dns'),
      ...manifests('metrics-server'),
    ];
    expect(selected(Dns.kubeDns().peer, pods)).toEqual(['coredns']);
    expect(selected(Dns.nodeLocal().peer, pods)).toEqual(['node-local-dns']);
    expect(Dns.kubeDns().ports.map(String)).toEqual(dnsPorts(manifests('dns', 'coredns')));
    expect(Dns.nodeLocal().ports.map(String)).toEqual(dnsPorts(manifests('dns', 'node-local-dns')));
  });

  it('CoreDNS by the label that its Helm chart and its manifest have in common', () => {
    expect(selected(Dns.coreDnsChart('kube-system').peer, manifests('dns', 'coredns'))).toEqual(['coredns']);
  });

  it("OpenShift: the DaemonSet of its DNS operator, at the DaemonSet's ports, and no operator", () => {
    const pods = manifests('dns', 'openshift-cluster-dns-operator');
    const dns = pods.filter(({ name }) => name === undefined);
    expect(dns).toHaveLength(1);
    // The operator sets name, namespace and label at run time: pkg/operator/controller/names.go.
    const label = { 'dns.operator.openshift.io/daemonset-dns': 'default' };
    const running = { ...dns[0], name: 'dns-default', namespace: 'openshift-dns', labels: label };
    expect(selected(Dns.openShift().peer, [...pods, running])).toEqual(['dns-default']);
    expect(Dns.openShift().ports.map(String)).toEqual(dnsPorts(dns));
  });
});

describe('the tables of well-known pods', () => {
  const collectors = Object.entries(COLLECTORS).map(([name, { pods }]): [string, WellKnownPods] => [name, pods]);
  const rows = Object.entries<WellKnownPods>({
    ...INGRESS_CONTROLLERS,
    ...PROMETHEUSES,
    ...DNS_PODS,
    ...CONTROL_PLANE_TUNNELS,
    ...MESH_PODS,
    ...Object.fromEntries(collectors),
    envoyGateway: envoyGateway('public', 'gateways'),
  });

  it.each(rows)('%s: has labels and a source', (_, { labels, source }) => {
    expect(Object.keys(labels).length).toBeGreaterThan(0);
    expect(source).toMatch(/^https:\/\/github\.com\/[^/]+\/[^/]+\/(blob|tree)\/[0-9a-f]{7,}/);
  });

  it('have no row twice', () => {
    const keys = rows.map(([, { namespace, labels }]) => JSON.stringify([namespace, labels]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    [Peer.ingressNginx(), 'ingress-nginx'],
    [Peer.traefik(), 'traefik'],
    [Peer.haproxy(), 'haproxy-controller'],
    [Peer.contour(), 'projectcontour'],
    [Peer.contourChart(), 'projectcontour'],
    [Peer.istioGateway(), 'istio-ingress'],
    [Peer.kong(), 'kong'],
    [Peer.nginxInc(), 'nginx-ingress'],
    [Peer.gateway('public', 'gateways'), 'gateways'],
    [Peer.envoyGateway('public', 'gateways'), 'envoy-gateway-system'],
    [Peer.konnectivity(), 'kube-system'],
    [Peer.prometheus(), 'monitoring'],
    [Peer.openShiftPrometheus(), 'openshift-monitoring'],
    [Peer.prometheusChart('metrics'), 'metrics'],
    [Peer.traefik('kube-system'), 'kube-system'],
  ])('give %s: by labels AND namespace', (pods, namespace) => {
    expect(pods.namespace).toBe(namespace);
    expect(pods.podSelector.selectsEverything).toBe(false);
  });
});
