import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  DefaultDeny,
  Direction,
  ExternalEgress,
  MonitoringAccess,
  NetworkPolicy,
  Peer,
  Pods,
  Port,
  Protocol,
  ThreeTierApp,
  Workload,
} from '../../src';
import { parseIp } from '../../src/model/ip-address';
import { readObjects } from '../../src/read/read-objects';
import { explanationLines } from '../../src/report/explanation';
import { explain } from '../../src/verify/explain/explain';
import { Reach } from '../../src/verify/reach/reach';
import { SHOP } from './shop';
import { policiesOf, testChart } from './synth';

const db = Pods.labeled({ tier: 'database' });

/** What synthesis says of a chart, on the console and nowhere else. */
function warningsOf(make: (chart: Chart) => void): string[] {
  const chart = testChart();
  const said: string[] = [];
  const listening = jest.spyOn(console, 'warn').mockImplementation((line: string) => said.push(line));
  make(chart);
  policiesOf(chart);
  policiesOf(chart);
  listening.mockRestore();
  return said;
}

const out = (chart: Chart, pods: Pods) =>
  new ExternalEgress(chart, 'out', { pods, to: [Peer.internet()], ports: [Port.https()] });

describe('two constructs that contradict each other', () => {
  it('are both named, once: an isolation of pods, and the internet opened to them', () => {
    expect(
      warningsOf(chart => {
        new DefaultDeny(chart, 'locked', { pods: db });
        out(chart, db);
      }),
    ).toEqual([
      "netpol: 'chart/locked' isolates pods tier=database in namespace shop for egress, and 'chart/out' lets them reach 0.0.0.0/0 with exceptions or 2000::/3 with exceptions: policies add up",
    ]);
  });

  it("leave other people's constructs alone, whatever these call a guarantee", () =>
    expect(
      warningsOf(chart => {
        class Warranty extends Construct {
          readonly guarantee = '30 days';
        }
        const warranty = new Warranty(chart, 'warranty');
        new DefaultDeny(warranty, 'locked', { pods: db, namespace: 'shop' });
        out(chart, db);
      }),
    ).toHaveLength(1));

  it('are both named where one opens to more pods what the other means for fewer', () => {
    const warnings = warningsOf(chart => {
      new ThreeTierApp(chart, 'shop', SHOP);
      out(chart, Pods.all());
    });
    expect(warnings.map(line => /'chart\/\w+' isolates pods tier=\w+/.exec(line)?.[0])).toEqual([
      "'chart/shop' isolates pods tier=frontend",
      "'chart/shop' isolates pods tier=backend",
      "'chart/shop' isolates pods tier=database",
    ]);
  });

  it('are both named for ingress, from everyone or from every pod', () => {
    for (const peer of [Peer.anywhere(), Peer.anyPod(), Peer.cidr('0.0.0.0/0')]) {
      expect(
        warningsOf(chart => {
          new DefaultDeny(chart, 'locked', { pods: db, directions: [Direction.INGRESS] });
          new NetworkPolicy(chart, 'open', { pods: Pods.all(), ingress: [{ from: [peer], ports: [Port.http()] }] });
        }),
      ).toEqual([expect.stringContaining(`and 'chart/open' lets ${peer} reach them: policies add up`)]);
    }
  });

  it('are both named where one is a Workload', () => {
    expect(
      warningsOf(chart => {
        new Workload(chart, 'db', { pods: db }).isolate();
        out(chart, Pods.all());
      }),
    ).toEqual([expect.stringContaining("'chart/db' isolates pods tier=database in namespace shop for egress")]);
  });

  it('have it in their metadata too', () => {
    const chart = testChart();
    const listening = jest.spyOn(console, 'warn').mockImplementation();
    const constructs = [new DefaultDeny(chart, 'locked', { pods: db }), out(chart, db)];
    policiesOf(chart);
    listening.mockRestore();
    for (const { node } of constructs) {
      expect(node.metadata.map(({ type }) => type)).toEqual(['netpol/warning']);
    }
  });

  it('are both named by the explanation of a connection', () => {
    const chart = testChart();
    const listening = jest.spyOn(console, 'warn').mockImplementation();
    new DefaultDeny(chart, 'locked', { pods: db });
    out(chart, db);
    const metadata = { name: 'db', namespace: 'shop', labels: { tier: 'database' } };
    const objects = [...policiesOf(chart), { apiVersion: 'v1', kind: 'Pod', metadata, spec: {} }];
    listening.mockRestore();
    const { cluster } = readObjects(objects.map(object => ({ object, origin: 'dist' })));
    const explanation = explain(Reach.of(cluster), {
      from: { name: 'shop/db', workload: cluster.workloads[0] },
      to: { name: '1.1.1.1', address: parseIp('1.1.1.1') },
      protocol: Protocol.TCP,
      port: 443,
    });
    const lines = explanationLines(explanation, 'TCP 443', (_, text) => text);
    expect(lines.map(line => line.trim()).slice(0, 6)).toEqual([
      'shop/db -> 1.1.1.1, TCP 443: allowed',
      'egress of shop/db: allowed',
      'isolated by',
      'shop/locked (dist)',
      'shop/out (dist)',
      'allowed by egress rule 1 of shop/out (dist spec.egress[0])',
    ]);
  });
});

describe('two constructs that add up as they are meant to', () => {
  it.each<[string, (chart: Chart) => void]>([
    [
      'an isolation of every pod, and the internet for some',
      chart => {
        new DefaultDeny(chart, 'deny');
        out(chart, db);
      },
    ],
    [
      'an application, and the internet for one of its tiers',
      chart => {
        const shop = new ThreeTierApp(chart, 'shop', SHOP);
        out(chart, shop.backend);
      },
    ],
    [
      'an application, and metrics of every pod',
      chart => {
        new ThreeTierApp(chart, 'shop', SHOP);
        new MonitoringAccess(chart, 'metrics', { pods: Pods.all(), ports: [Port.tcp(9090)] });
      },
    ],
    [
      'an isolation for one direction, and an opening in the other',
      chart => {
        new DefaultDeny(chart, 'deny', { pods: db, directions: [Direction.INGRESS] });
        out(chart, db);
      },
    ],
    [
      'two that open the same',
      chart => {
        new ExternalEgress(chart, 'own', { pods: db, to: [Peer.internet()], ports: [Port.https()] });
        out(chart, Pods.all());
      },
    ],
    [
      'two of different namespaces',
      chart => {
        new DefaultDeny(chart, 'deny', { pods: db });
        out(chart, db.inNamespace('pay'));
      },
    ],
    [
      'a workload that is isolated and told more',
      chart => {
        const workload = new Workload(chart, 'db', { pods: db });
        workload.isolate();
        workload.allowToInternet(Port.https());
      },
    ],
  ])('are not mentioned: %s', (_, make) => expect(warningsOf(make)).toEqual([]));

  it('nor those of another app', () => {
    const listening = jest.spyOn(console, 'warn').mockImplementation();
    new DefaultDeny(new Chart(new App(), 'a', { namespace: 'shop' }), 'deny', { pods: db });
    policiesOf(out(testChart(), db).node.scope as Chart);
    expect(listening).not.toHaveBeenCalled();
    listening.mockRestore();
  });
});
