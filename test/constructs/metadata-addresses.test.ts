import { Chart } from 'cdk8s';
import {
  AllowDns,
  ApiServerAccess,
  BlockMetadata,
  Collector,
  DatabaseAccess,
  Dns,
  Microservices,
  NamespaceIsolation,
  NetworkPolicy,
  Peer,
  Platform,
  Pods,
  Port,
  TelemetryAccess,
  ThreeTierApp,
  Workload,
} from '../../src';
import { refusalOf } from '../refusal';
import { chartOn } from './chart-on';
import { SHOP } from './shop';
import { testChart } from './synth';

const pods = Pods.labeled({ tier: 'backend' });
const everyAddress = Peer.cidr('0.0.0.0/0');
const metadata = Peer.cidr('169.254.169.254/32');
const ports = [Port.all()];

/** Every way to let pods out to addresses, and where the addresses stand. */
const WAYS: [string, (chart: Chart) => unknown][] = [
  ["'chart/a' > cidrs:", chart => new ApiServerAccess(chart, 'a', { pods, cidrs: ['0.0.0.0/0'], ports })],
  ["'chart/a' > cidrs:", chart => new ApiServerAccess(chart, 'a', { pods, cidrs: ['169.254.169.254/32'] })],
  [
    "'chart/a' > to[1]:",
    chart => new TelemetryAccess(chart, 'a', { pods, to: [good, Collector.of(everyAddress, ports)] }),
  ],
  ["'chart/a' > dns[0]:", chart => new AllowDns(chart, 'a', { dns: [Dns.of(everyAddress, ports)] })],
  [
    "'chart/a' > dns[1]:",
    chart => new AllowDns(chart, 'a', { dns: [Dns.kubeDns(), Dns.of(metadata, [Port.tcp(53, 80)])] }),
  ],
  ["'chart/a' > dns[0]:", chart => new AllowDns(chart, 'a', { dns: [Dns.of(metadata, [Port.named('dns')])] })],
  ["'chart/a' > dns[0]:", chart => new NamespaceIsolation(chart, 'a', { dns: [Dns.of(everyAddress, ports)] })],
  ["'chart/a' > dns[0]:", chart => new BlockMetadata(chart, 'a', { dns: [Dns.of(everyAddress, ports)] })],
  [
    "'chart/a' > externalApis[0].to:",
    chart => new ThreeTierApp(chart, 'a', { ...SHOP, externalApis: [{ to: [everyAddress], ports }] }),
  ],
  [
    "'chart/a' > services.web.to[0].to:",
    chart => new Microservices(chart, 'a', { services: { web: { pods, to: [{ to: [everyAddress], ports }] } } }),
  ],
  [
    "'chart/a' > backup.to[0].to:",
    chart =>
      new DatabaseAccess(chart, 'a', {
        pods,
        from: [Pods.labeled({ tier: 'frontend' })],
        ports: [Port.postgres()],
        backup: { pods: Pods.labeled({ job: 'backup' }), to: [{ to: [everyAddress], ports }] },
      }),
  ],
  [
    "'chart/a' > egress[0].to:",
    chart => new NetworkPolicy(chart, 'a', { pods, egress: [{ to: [everyAddress], ports: [Port.dns()[0]] }] }),
  ],
  ["'chart/a'.allowTo > peer:", chart => new Workload(chart, 'a', { pods }).allowTo(metadata, Port.http())],
  ["'chart/a'.allowDns > dns[0]:", chart => new Workload(chart, 'a', { pods }).allowDns([Dns.of(metadata, ports)])],
  ["'chart/a'.allowDns > dns[0]:", chart => tellPlatform(chart, [Dns.of(metadata, ports)])],
];

const good = Collector.openTelemetry('observability');

function tellPlatform(_: Chart, dns: Dns[]): void {
  new Workload(chartOn(Platform.kubernetes().withDns(dns)), 'a', { pods }).allowDns();
}

describe('a block that covers an address at which clouds hand out credentials', () => {
  it.each(WAYS)('is refused for egress, where it stands: %s', (place, make) => {
    const refusal = refusalOf(() => make(testChart()));
    expect(refusal.code).toBe('metadata-address');
    expect(refusal.message).toContain(place);
  });

  it('is taken where DNS is answered there, at port 53 alone', () => {
    const chart = chartOn(Platform.gke());
    expect(() => {
      new AllowDns(chart, 'dns');
      new AllowDns(chart, 'own', { dns: [Dns.gkeCloudDns(), Dns.of(everyAddress, Port.dns())] });
      new BlockMetadata(chart, 'block');
      new Workload(chart, 'web', { pods }).allowDns();
    }).not.toThrow();
  });

  it('is taken for ingress: nobody hands out credentials to whom it calls', () =>
    expect(() => new Workload(testChart(), 'web', { pods }).allowFrom(everyAddress, Port.http())).not.toThrow());

  it('is taken where the construct says the address', () =>
    expect(() => new BlockMetadata(testChart(), 'block', { allowMetadata: ['169.254.170.23'] })).not.toThrow());
});
