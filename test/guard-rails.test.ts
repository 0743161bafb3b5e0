import { Chart, ChartProps, Testing } from 'cdk8s';
import {
  AllowDns,
  AllowFrom,
  AllowTo,
  Allow,
  DefaultDeny,
  Direction,
  Dns,
  ExternalEgress,
  IPeer,
  LabelExpression,
  NetworkPolicy,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
  Workload,
} from '../src';
import { refusedFields } from './api-server/api-server';
import { Reach } from './constructs/reach';
import { SHOP } from './constructs/shop';
import { namesOf, policiesOf, testChart } from './constructs/synth';
import { NetworkPolicy as Manifest } from './oracle/manifest';
import { refusalOf } from './refusal';

const tier = (name: string) => Pods.labeled({ tier: name });

const ports = [Port.tcp(8080)];

const written = (write: (chart: Chart) => unknown, props: ChartProps = { namespace: 'shop' }): Chart => {
  const chart = testChart(props);
  write(chart);
  return chart;
};

const reachOf = (write: (chart: Chart) => unknown) => new Reach(policiesOf(written(write)));

const codeOf = (write: (chart: Chart) => unknown, props: ChartProps = { namespace: 'shop' }) =>
  refusalOf(() => written(write, props)).code;

const allowFrom =
  (from: IPeer[], open = ports) =>
  (chart: Chart) =>
    new AllowFrom(chart, 'a', { pods: tier('backend'), from, ports: open });

// What other libraries synthesize in silence, and what becomes of it in the cluster.
describe('a trap that opens or closes more than was said', () => {
  it('a list of no namespaces, taken for every source: is refused', () => {
    expect(codeOf(() => Pods.all().inNamespaces({}))).toBe('empty-labels');
    expect(codeOf(() => Pods.all().inNamespacesMatching(LabelExpression.in('name', [])))).toBe('empty-list');
    expect(codeOf(allowFrom([]))).toBe('empty-list');
  });

  it('egress to kube-dns, which isolates the DNS of everyone: writes nothing into kube-system', () => {
    const chart = written(each => {
      new AllowDns(each, 'dns');
      new AllowTo(each, 'to-dns', { pods: tier('backend'), to: [Dns.kubeDns().peer], ports: Port.dns() });
    });
    expect(namesOf(chart)).toEqual(['shop/dns', 'shop/to-dns']);
    expect(new Reach(policiesOf(chart)).isolated('Ingress')).toEqual([]);
  });

  it('both ends of a connection with kube-dns, of which one isolates it for everyone: is refused', () => {
    const kubeDns = Pods.labeled({ 'k8s-app': 'kube-dns' }).inNamespace('kube-system');
    const both = { from: tier('backend'), to: kubeDns, ports: Port.dns() };
    const refusal = refusalOf(() => written(chart => new Allow(chart, 'a', both)));
    expect(refusal).toMatchObject({ code: 'namespace', path: "Allow 'chart/a' > to" });
    expect(refusal.message).toContain('AllowTo');
    expect(codeOf(chart => new DefaultDeny(chart, 'a', { pods: kubeDns }))).toBe('namespace');
    expect(codeOf(chart => new Workload(chart, 'a', { pods: kubeDns }).allowFrom(tier('backend'), Port.dns()))).toBe(
      'namespace',
    );
  });

  it('policies of kube-system, for whoever looks after it: are written where the namespace is said', () => {
    const dns = { pods: Pods.labeled({ 'k8s-app': 'kube-dns' }), from: [Pods.any()], ports: Port.dns() };
    const chart = written(each => new AllowFrom(each, 'dns', { ...dns, namespace: 'kube-system' }));
    expect(namesOf(chart)).toEqual(['kube-system/dns']);
  });

  it('egress to all pods, which isolates the whole namespace: isolates those that send, for egress', () => {
    const reach = reachOf(chart => new AllowTo(chart, 'a', { pods: tier('backend'), to: [Pods.all()], ports }));
    expect([reach.isolated('Ingress'), reach.isolated('Egress')]).toEqual([[], ['shop/backend']]);
  });

  it('a policy without rules, which denies all ingress and no egress: is refused, and DefaultDeny says what it does', () => {
    expect(codeOf(chart => new NetworkPolicy(chart, 'a', { pods: Pods.all() }))).toBe('missing');
    expect(codeOf(chart => new NetworkPolicy(chart, 'a', { pods: Pods.all(), egress: [] }))).toBe('empty-list');
    const [{ spec }] = policiesOf(written(chart => new DefaultDeny(chart, 'a', { directions: [Direction.EGRESS] })));
    expect(spec?.policyTypes).toEqual(['Egress']);
  });

  it('an isolated application that resolves no names: resolves them', () => {
    const reach = reachOf(chart => new ThreeTierApp(chart, 'shop', SHOP));
    for (const name of ['frontend', 'backend', 'database']) {
      expect(reach.from(`shop/${name}`)).toContain('kube-system/coredns UDP 53, TCP 53');
    }
  });

  it('one end in a namespace, the other in whichever: is refused', () => {
    const pair = { from: tier('frontend').inNamespace('pay'), to: tier('backend'), ports };
    expect(codeOf(chart => new Allow(chart, 'a', { ...pair, namespaceAgnostic: true }), {})).toBe('namespace');
  });

  it('pods of all namespaces, of which one would be isolated: are refused', () => {
    expect(codeOf(chart => new DefaultDeny(chart, 'a', { pods: Pods.any() }))).toBe('namespace');
  });

  it('a policy in another namespace than its pods, which selects nobody: is written where the pods are', () => {
    const pods = tier('backend').inNamespace('pay');
    const chart = written(each => new DefaultDeny(each, 'a', { pods, namespace: 'shop' }));
    expect(new Reach(policiesOf(chart)).isolated('Ingress')).toEqual(['pay/backend']);
  });

  it('UDP that turns into TCP: stays UDP', () => {
    expect(reachOf(allowFrom([tier('frontend')], [Port.udp(53)])).to('shop/backend')).toEqual(['shop/frontend UDP 53']);
  });

  it('no ports, or a list of none, taken for all: is refused', () => {
    expect(codeOf(allowFrom([tier('frontend')], []))).toBe('empty-list');
    const withoutPorts = { pods: tier('backend'), from: [tier('frontend')] } as never;
    expect(codeOf(chart => new AllowFrom(chart, 'a', withoutPorts))).toBe('missing');
  });

  it('ingress from a block, which writes no policy: isolates the pods, and lets the block in', () => {
    const reach = reachOf(allowFrom([Peer.cidr('203.0.113.0/24')]));
    expect(reach.to('shop/backend')).toEqual(['203.0.113.7 TCP 8080']);
    expect(reach.isolated('Ingress')).toEqual(['shop/backend']);
  });

  it('two policies of one name, of which the cluster keeps the last: are refused', () => {
    const twice = (chart: Chart) => [new DefaultDeny(chart, 'a'), new AllowDns(chart, 'b', { name: 'a' })];
    expect(codeOf(twice)).toBe('duplicate-name');
  });

  it('no namespace at all, so that kubectl picks one: is refused', () => {
    expect(codeOf(chart => new DefaultDeny(chart, 'a'), {})).toBe('namespace');
  });

  it('any IPv4 address, with metadata and without IPv6: is refused, and the internet is neither', () => {
    const to = (peer: IPeer) => (chart: Chart) =>
      new ExternalEgress(chart, 'a', { pods: tier('backend'), to: [peer], ports: [Port.https()] });
    expect(codeOf(to(Peer.cidr('0.0.0.0/0')))).toBe('metadata-address');
    const reached = reachOf(to(Peer.internet())).from('shop/backend');
    expect(reached).toEqual(expect.arrayContaining(['1.1.1.1 TCP 443', '2606:4700::1111 TCP 443']));
    expect(reached.filter(line => /^(169\.254|168\.63|fd00)/.test(line))).toEqual([]);
  });
});

// What other libraries synthesize, and the API server rejects.
describe('a value that fails at the API server', () => {
  it.each<[string, () => unknown]>([
    ['port 0', () => Port.tcp(0)],
    ['port 70000', () => Port.tcp(70000)],
    ['port 80.5', () => Port.tcp(80.5)],
    ['port NaN', () => Port.tcp(NaN)],
    ['a range that ends before it begins', () => Port.tcp(9000, 8000)],
    ['a range without a beginning', () => Port.tcp(undefined as never, 90)],
    ...[
      '999.1.1.1/24',
      '10.0.0.0/33',
      '10.0.0.0/99',
      '2001:db8::/129',
      '1::2::3/64',
      ':::/0',
      '10.0.0.0',
      '010.0.0.0/8',
    ].map((cidr): [string, () => unknown] => [cidr, () => Peer.cidr(cidr)]),
    ...['11.0.0.0/16', '10.0.0.0/8', 'fd00::/64', 'foo'].map((except): [string, () => unknown] => [
      `10.0.0.0/8 except ${except}`,
      () => Peer.cidr('10.0.0.0/8', except),
    ]),
    ['the name Bad_Name', () => written(chart => new DefaultDeny(chart, 'a', { name: 'Bad_Name' }))],
    ['the label my app!', () => Pods.labeled({ app: 'my app!' })],
    ['in no values', () => LabelExpression.in('app', [])],
  ])('is refused where it is written: %s', (_, make) => expect(refusalOf(make).fix).not.toBe(''));

  it('is not what every TCP and every UDP port is written as', () => {
    const chart = written(allowFrom([tier('frontend')], [Port.allTcp(), Port.allUdp()]));
    const [manifest] = Testing.synth(chart) as Manifest[];
    expect(refusedFields(manifest, 'shop')).toEqual([]);
    expect(new Reach(policiesOf(chart)).to('shop/backend')[0]).toMatch(/^shop\/frontend UDP 53, TCP 53/);
  });
});

describe('a value that is valid, and refused elsewhere', () => {
  it('is taken: IPv6 in capitals', () => expect(Peer.cidr('2001:DB8::/32').cidr.block).toBe('2001:db8::/32'));

  it('is taken: the same pods once more, at other ports', () => {
    const pair = { from: tier('frontend'), to: tier('backend') };
    const reach = reachOf(chart => {
      new Allow(chart, 'app', { ...pair, ports });
      new Allow(chart, 'metrics', { ...pair, ports: [Port.tcp(9090)] });
    });
    expect(reach.to('shop/backend')).toEqual(['shop/frontend TCP 8080, TCP 9090']);
  });

  it('is taken: isolation that is said twice', () => {
    const twice = (chart: Chart) => [
      new DefaultDeny(chart, 'a'),
      new DefaultDeny(chart, 'b', { pods: tier('backend') }),
    ];
    expect(reachOf(twice).to('shop/backend')).toEqual([]);
  });

  it('is taken: namespaces by label, and all of them, as the other end', () => {
    const byLabel = reachOf(allowFrom([tier('frontend').inNamespaces({ team: 'b' })]));
    expect(byLabel.to('shop/backend')).toEqual(['pay/frontend TCP 8080']);
    const all = reachOf(allowFrom([Peer.anyPod()]));
    expect(all.to('shop/backend')).toEqual(
      expect.arrayContaining(['pay/frontend TCP 8080', 'monitoring/grafana TCP 8080']),
    );
    expect(all.to('shop/backend')).not.toContain('1.1.1.1 TCP 8080');
  });
});
