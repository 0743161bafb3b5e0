import { AllowFrom, Collector, MonitoringAccess, Peer, Pods, Port, TelemetryAccess } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart } from './synth';

const pods = Pods.labeled({ tier: 'backend' });

describe('TelemetryAccess', () => {
  it('reaches the collector at its ports alone', () => {
    const chart = testChart();
    new TelemetryAccess(chart, 'traces', { pods, to: [Collector.openTelemetry('observability')] });
    const reach = new Reach(policiesOf(chart));
    expect(reach.from('shop/backend')).toEqual(['observability/collector TCP 4317']);
    expect(reach.isolated('Ingress')).toEqual([]);
  });

  it.each([
    [Collector.openTelemetryOperator('o'), 'TCP 4317,TCP 4318'],
    [Collector.datadog('o'), 'UDP 8125,TCP 8126,TCP 4317,TCP 4318'],
    [Collector.jaeger('o'), 'TCP 4317,TCP 4318,TCP 9411'],
    [Collector.tempo('o'), 'TCP 4317,TCP 4318,TCP 9411'],
    [Collector.loki('o'), 'TCP 3100'],
    [Collector.alloy('o'), 'TCP 4317,TCP 4318'],
    [Collector.fluentd('o'), 'TCP 24224'],
    [Collector.of(Peer.namespace('o'), [Port.http()]), 'TCP 80'],
  ])('knows the ports of %#', ({ peer, ports }, expected) => {
    expect(String(ports)).toBe(expected);
    expect(String(peer)).toMatch(/in namespace o$/);
  });
});

describe('MonitoringAccess beside others', () => {
  const chart = testChart();
  const from = [Peer.prometheus(), Pods.labeled({ 'app.kubernetes.io/name': 'grafana' }).inNamespace('monitoring')];
  new MonitoringAccess(chart, 'metrics', { pods, from, ports: [Port.tcp(9090)] });
  new AllowFrom(chart, 'app', { pods, from: [Pods.labeled({ tier: 'frontend' })], ports: [Port.tcp(8080)] });

  it('has several scrapers at the metrics port, and others at the application only', () => {
    expect(new Reach(policiesOf(chart)).to('shop/backend')).toEqual([
      'shop/frontend TCP 8080',
      'monitoring/prometheus TCP 9090',
      'monitoring/grafana TCP 9090',
    ]);
  });
});
