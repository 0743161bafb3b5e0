import { App, Chart } from 'cdk8s';
import {
  AllowDns,
  ApiServerAccess,
  describeGuarantee,
  Dns,
  ExternalEgress,
  Guarantee,
  Peer,
  Platform,
  PlatformContext,
  Pods,
  Port,
  PublicService,
  WebhookAccess,
  Workload,
} from '../../src';
import { ENGINES } from '../../src/facts/engines';
import { refusalOf } from '../refusal';
import { chartOn } from './chart-on';
import { Reach } from './reach';
import { shopOn } from './shop';
import { policiesOf } from './synth';

const web = Pods.labeled({ tier: 'frontend' });

function resolversOf(chart: Chart): string[] {
  return new Reach(policiesOf(chart)).from('shop/frontend');
}

describe('a platform', () => {
  it.each([
    ['Kubernetes', Platform.kubernetes(), ['kube-system/coredns UDP 53, TCP 53']],
    ['EKS', Platform.eks(), ['kube-system/coredns UDP 53, TCP 53']],
    [
      'EKS in Auto Mode',
      Platform.eksAutoMode('172.20.0.10'),
      ['kube-system/coredns UDP 53, TCP 53', '172.20.0.10 UDP 53, TCP 53'],
    ],
    [
      'GKE',
      Platform.gke(),
      [
        'kube-system/coredns UDP 53, TCP 53',
        'kube-system/node-local-dns UDP 53, TCP 53',
        '169.254.20.10 UDP 53, TCP 53',
        '169.254.169.254 UDP 53, TCP 53',
      ],
    ],
    ['AKS', Platform.aks(), ['kube-system/coredns UDP 53, TCP 53', '169.254.10.10 UDP 53, TCP 53']],
    ['OpenShift', Platform.openShift(), ['openshift-dns/dns-default UDP 5353, TCP 5353']],
    ['k3s', Platform.k3s(), ['kube-system/coredns UDP 53, TCP 53']],
    ['RKE2', Platform.rke2(), ['kube-system/coredns UDP 53, TCP 53']],
    ['Kubespray', Platform.kubespray(), ['kube-system/coredns UDP 53, TCP 53', '169.254.25.10 UDP 53, TCP 53']],
    ['kind', Platform.kind(), ['kube-system/coredns UDP 53, TCP 53']],
    ['one with resolvers of its own', Platform.eks().withDns([Dns.at(['10.9.9.9'])]), ['10.9.9.9 UDP 53, TCP 53']],
  ])('resolves names where it does, for every construct: %s', (_, platform, resolvers) => {
    const [dns, workload] = [chartOn(platform), chartOn(platform)];
    new AllowDns(dns, 'dns', { pods: web });
    new Workload(workload, 'web', { pods: web }).allowDns();
    expect([resolversOf(dns), resolversOf(workload)]).toEqual([resolvers, resolvers]);
    const shop = resolversOf(shopOn(chartOn(platform)));
    expect(shop).toEqual(['shop/backend TCP 8080', ...resolvers]);
  });

  it('counts for the nearest scope, and less than what a construct says itself', () => {
    const app = new App();
    PlatformContext.set(app, Platform.openShift());
    const chart = new Chart(app, 'chart', { namespace: 'shop' });
    PlatformContext.set(chart, Platform.kubespray());
    expect(PlatformContext.of(chart)?.name).toBe('Kubespray');
    new AllowDns(chart, 'dns', { pods: web, dns: [Dns.kubeDns()] });
    new Workload(chart, 'web', { pods: web }).allowDns([Dns.kubeDns()]);
    expect(resolversOf(chart)).toEqual(['kube-system/coredns UDP 53, TCP 53']);
  });

  it('is said before constructs are made, and for a scope', () => {
    const chart = chartOn(Platform.eks());
    new AllowDns(chart, 'dns');
    expect(refusalOf(() => PlatformContext.set(chart, Platform.gke())).message).toBe(
      "PlatformContext.set > scope: there are constructs in 'chart' already, which were made without it; say it right after the app or chart is made [conflict]",
    );
    expect(refusalOf(() => PlatformContext.set(chart.node.root, Platform.gke())).problem).toContain(
      'in the app already',
    );
    expect(refusalOf(() => PlatformContext.set(chart, 'gke' as never)).path).toBe('PlatformContext.set > platform');
    expect(refusalOf(() => PlatformContext.set('app' as never, Platform.gke())).path).toBe(
      'PlatformContext.set > scope',
    );
    expect(refusalOf(() => PlatformContext.set(new App(), 'gke' as never)).path).toBe('PlatformContext.set > platform');
  });

  it('has an engine of the table, or none', () => {
    const named = [Platform.cilium(), Platform.calico(), Platform.antrea(), Platform.ovnKubernetes()];
    const more = [Platform.kubeRouter(), Platform.kubeOvn(), Platform.eks().withEngine('azure-npm')];
    expect([...named, ...more].map(({ engine }) => engine)).toEqual([
      'cilium',
      'calico',
      'antrea',
      'ovn-kubernetes',
      'kube-router',
      'kube-ovn',
      'azure-npm',
    ]);
    expect(Platform.kubespray().engine).toBeUndefined();
    expect(() => Platform.gke().dns.push(Dns.openShift())).toThrow(TypeError);
    for (const { name } of ENGINES) expect(Platform.kubernetes().withEngine(name).engine).toBe(name);
  });

  it('knows all addresses that it was ever told, and of one kind the last', () => {
    const told = Platform.cilium().withAddresses({ pods: ['10.4.0.0/14'] });
    const out = (platform: Platform, block: string) => () =>
      new ExternalEgress(chartOn(platform), 'out', { pods: web, to: [Peer.cidr(block)], ports: [Port.https()] });
    const more = told
      .withAddresses({ nodes: ['192.168.0.0/20'] })
      .withEngine('azure-cilium')
      .withDns([Dns.kubeDns()]);
    expect(refusalOf(out(more, '10.5.0.0/16')).code).toBe('engine');
    expect(refusalOf(out(more, '192.168.1.0/24')).code).toBe('engine');
    const moved = more.withAddresses({ pods: ['172.16.0.0/14'] });
    expect(out(moved, '10.5.0.0/16')).not.toThrow();
    expect(refusalOf(out(moved, '172.17.0.0/16')).code).toBe('engine');
    expect(refusalOf(out(moved, '192.168.1.0/24')).code).toBe('engine');
  });

  it('refuses an engine that nobody knows, and addresses that are none', () => {
    expect(refusalOf(() => Platform.eks().withEngine('silium')).message).toContain(
      "Platform.withEngine: there is no engine 'silium'; did you mean cilium?",
    );
    expect(refusalOf(() => Platform.eks().withAddresses({ pods: ['10.0.0.0/33'] })).path).toContain(
      'Platform.withAddresses > pods[0]',
    );
    expect(refusalOf(() => Platform.eks().withDns([])).code).toBe('empty-list');
  });
});

describe('a platform knows', () => {
  const said = ({ guarantee }: { readonly guarantee: Guarantee }) => describeGuarantee(guarantee).split('\n').slice(1);
  const props = { pods: web, ports: [Port.http()] };

  it('who checks the health of pods behind its load balancers, unless a construct says that itself', () => {
    const office = [Peer.cidr('203.0.113.0/24')];
    const [gke, aks, eks] = [chartOn(Platform.gke()), chartOn(Platform.aks()), chartOn(Platform.eks())];
    const behind = (chart: Chart, id: string) => said(new PublicService(chart, id, { ...props, from: office }));
    expect(behind(aks, 'web')).toEqual([
      '168.63.129.16/32 -> pods tier=frontend in namespace shop: TCP 80',
      '203.0.113.0/24 -> pods tier=frontend in namespace shop: TCP 80',
    ]);
    expect(behind(gke, 'web').join()).toContain('35.191.0.0/16');
    expect(behind(eks, 'web')).toHaveLength(1);
    const healthChecks = { from: [Peer.cidr('10.9.9.9/32')], ports: [Port.tcp(8081)] };
    expect(said(new PublicService(aks, 'own', { ...props, from: office, healthChecks }))[0]).toContain(
      '10.9.9.9/32 ->',
    );
    expect(said(new PublicService(aks, 'inside', { ...props, from: [Peer.ingressNginx()] }))).toHaveLength(1);
  });

  it('where the calls of its control plane come from, and the addresses of its API server where they are given', () => {
    const gke = chartOn(Platform.gke().withAddresses({ apiServer: ['10.96.0.1/32'] }));
    expect(said(new WebhookAccess(gke, 'webhook', props))).toEqual([
      'pods k8s-app=konnectivity-agent in namespace kube-system -> pods tier=frontend in namespace shop: TCP 80',
    ]);
    expect(said(new ApiServerAccess(gke, 'operator', { pods: web }))).toEqual([
      'pods tier=frontend in namespace shop -> 10.96.0.1/32: TCP 443, TCP 6443',
    ]);
    const eks = chartOn(Platform.eks());
    expect(refusalOf(() => new WebhookAccess(eks, 'webhook', props)).message).toContain(
      'from: is missing; give where the control plane calls from: Peer.apiServer([...]) with its addresses, or Peer.konnectivity()',
    );
    expect(refusalOf(() => new ApiServerAccess(eks, 'operator', { pods: web })).message).toContain('cidrs: is missing');
  });
});
