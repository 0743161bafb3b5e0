import {
  Direction,
  Dns,
  DefaultDeny,
  IPeer,
  LabelExpression,
  NetworkPolicy,
  AllowDns,
  Peer,
  PeerTerm,
  Pods,
  Port,
  ThreeTierApp,
} from '../../src';
import { testChart, yamlOf } from './synth';

/** What a chart writes after the construct is made and its props are changed behind its back. */
function written(make: (chart: ReturnType<typeof testChart>) => () => unknown): { before: string; after: string } {
  const chart = testChart();
  const change = make(chart);
  const before = yamlOf(chart);
  change();
  return { before, after: yamlOf(chart) };
}

describe('once a construct is made, it stays as it is when', () => {
  it.each<[string, (chart: ReturnType<typeof testChart>) => () => unknown]>([
    [
      'a list of ports is added to',
      chart => {
        const ports = [Port.http()];
        new NetworkPolicy(chart, 'a', { pods: Pods.all(), ingress: [{ from: [Pods.all()], ports }] });
        return () => ports.push(Port.all());
      },
    ],
    [
      'a list of peers is added to',
      chart => {
        const from: IPeer[] = [Pods.all()];
        new NetworkPolicy(chart, 'a', { pods: Pods.all(), ingress: [{ from, ports: [Port.http()] }] });
        return () => from.push(Peer.anywhere());
      },
    ],
    [
      'a rule is changed, or one is added',
      chart => {
        const rule = { from: [Pods.all()], ports: [Port.http()] };
        const ingress = [rule];
        new NetworkPolicy(chart, 'a', { pods: Pods.all(), ingress });
        return () => {
          rule.ports = [Port.all()];
          ingress.push({ from: [Pods.any()], ports: [Port.all()] });
        };
      },
    ],
    [
      'a list of directions is shortened',
      chart => {
        const directions = [Direction.INGRESS, Direction.EGRESS];
        new DefaultDeny(chart, 'a', { directions });
        return () => directions.pop();
      },
    ],
    [
      'labels are changed',
      chart => {
        const labels: Record<string, string> = { app: 'web' };
        new DefaultDeny(chart, 'a', { pods: Pods.labeled(labels) });
        return () => delete labels.app;
      },
    ],
    [
      'the values of an expression are added to',
      chart => {
        const values = ['web'];
        new DefaultDeny(chart, 'a', { pods: Pods.matching(LabelExpression.notIn('app', values)) });
        return () => values.push('db');
      },
    ],
    [
      "a user's own peer changes its mind",
      chart => {
        const terms: PeerTerm[] = [Pods.all()];
        new NetworkPolicy(chart, 'a', {
          pods: Pods.all(),
          egress: [{ to: [{ toPeers: () => terms }], ports: [Port.http()] }],
        });
        return () => terms.push(Pods.any());
      },
    ],
    [
      'a list of resolvers, or the ports of one, is added to',
      chart => {
        const ports = [Port.udp(53)];
        const dns = [Dns.of(Pods.all(), ports)];
        new AllowDns(chart, 'a', { dns });
        return () => {
          ports.push(Port.all());
          dns.push(Dns.kubeDns());
        };
      },
    ],
    [
      'its props are changed',
      chart => {
        const props = {
          frontend: { pods: Pods.labeled({ tier: 'f' }), port: Port.http(), from: [Pods.all()] },
          backend: { pods: Pods.labeled({ tier: 'b' }), port: Port.http() },
          database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
          owner: 'team-a',
        };
        new ThreeTierApp(chart, 'a', props);
        return () => {
          props.database.port = Port.all();
          props.frontend.from.push(Pods.any());
          props.owner = 'team-b';
        };
      },
    ],
    [
      'its guarantee is changed',
      chart => {
        const { guarantee } = new NetworkPolicy(chart, 'a', {
          pods: Pods.all(),
          egress: [{ to: [Pods.all()], ports: [Port.http()] }],
        });
        return () => {
          guarantee.opens[0].ports.push(Port.all());
          guarantee.opens[0].to.push(Peer.anywhere());
          guarantee.isolates.pop();
        };
      },
    ],
  ])('%s', (_, make) => {
    const { before, after } = written(make);
    expect(before).toContain('kind: NetworkPolicy');
    expect(after).toBe(before);
  });
});
