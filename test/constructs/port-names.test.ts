import { Chart } from 'cdk8s';
import { AllowTo, describeGuarantee, MonitoringAccess, Platform, Pods, Port, ThreeTierApp } from '../../src';
import { refusalOf } from '../refusal';
import { chartOn } from './chart-on';
import { SHOP } from './shop';
import { policiesOf, testChart } from './synth';

describe('the name of a port', () => {
  /** A Deployment whose containers may still be told their ports. */
  const deployment = (...ports: object[]) => ({
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', ports }] } },
    },
  });

  const METRICS = { containerPort: 9100, name: 'metrics' };

  const named = [Port.named('metrics')];

  const scraped = (chart: Chart, pods: Pods) => new MonitoringAccess(chart, 'metrics', { pods, ports: named });

  const ingressPorts = (chart: Chart) => policiesOf(chart)[0].spec?.ingress?.map(rule => rule?.ports);

  it('is a number where the containers of the object say it', () => {
    const chart = testChart();
    const { guarantee } = scraped(chart, Pods.of(deployment({ containerPort: 8080 }, METRICS)));
    expect(ingressPorts(chart)).toEqual([[{ port: 9100, protocol: 'TCP' }]]);
    expect(describeGuarantee(guarantee)).toContain('in namespace shop: TCP 9100');
  });

  it('is a number too where the ports come later, for policies and guarantee', () => {
    const ports: object[] = [];
    const workload = deployment();
    workload.spec.template.spec.containers[0].ports = ports;
    const chart = testChart();
    const frontend = { ...SHOP.frontend, pods: Pods.of(workload), port: Port.named('metrics') };
    const shop = new ThreeTierApp(chart, 'shop', { ...SHOP, frontend });
    ports.push(METRICS);
    expect(ingressPorts(chart)).toEqual([[{ port: 9100, protocol: 'TCP' }]]);
    expect(describeGuarantee(shop.guarantee)).not.toContain('metrics');
  });

  it('is a number for whoever reaches them', () => {
    const chart = testChart();
    const pods = Pods.labeled({ app: 'scraper' });
    new AllowTo(chart, 'scrape', { pods, to: [Pods.of(deployment(METRICS))], ports: named });
    expect(policiesOf(chart)[0].spec?.egress?.[0]?.ports).toEqual([{ port: 9100, protocol: 'TCP' }]);
  });

  it('stays where nobody says its number, or another protocol has the name', () => {
    for (const pods of [
      Pods.labeled({ app: 'web' }),
      Pods.of(deployment()),
      Pods.of(deployment({ ...METRICS, protocol: 'UDP' })),
    ]) {
      const chart = testChart();
      scraped(chart, pods);
      expect(ingressPorts(chart)).toEqual([[{ port: 'metrics', protocol: 'TCP' }]]);
    }
  });

  it('is refused where an engine misreads names, and not where it is a number', () => {
    expect(() => scraped(chartOn(Platform.k3s()), Pods.of(deployment(METRICS)))).not.toThrow();
    expect(refusalOf(() => scraped(chartOn(Platform.k3s()), Pods.of(deployment()))).code).toBe('engine');
  });
});
