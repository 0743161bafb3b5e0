import fc from 'fast-check';
import { Workload } from '../../src/model/cluster';
import { Port } from '../../src/model/port';
import { ConnectionJson, connectionsJson } from '../../src/report/connection-json';
import { connectionLines } from '../../src/report/connection-list';
import { grouped, Row } from '../../src/report/groups';
import { plain } from '../../src/report/paint';
import { connections, sourcesIn } from '../../src/verify/matrix/connections';
import { Reached, ReachEnd, bySource } from '../../src/verify/matrix/reached';
import { PortSets } from '../../src/verify/sets/port-sets';
import { Judge } from '../verify/judge';
import { cluster } from '../verify/sketches';

const portSets = new PortSets();

describe('a list of connections', () => {
  it('is a block for each source, in order', () =>
    expect(lines(reached('b', 'a', Port.tcp(80)), reached('a', 'c', Port.dns()[0], Port.tcp(8000, 8100)))).toEqual([
      'shop/Deployment/a',
      '  -> shop/Deployment/c  TCP 8000-8100, UDP 53',
      '',
      'shop/Deployment/b',
      '  -> shop/Deployment/a  TCP 80',
    ]));

  it('says once what several sources reach', () =>
    expect(lines(reached('a', 'c', Port.all()), reached('b', 'c', Port.all()))).toEqual([
      'shop/Deployment/a',
      'shop/Deployment/b',
      '  -> shop/Deployment/c  all ports',
    ]));

  it('keeps within 80 columns where names are long', () => {
    const long = 'a-name-as-long-as-names-of-workloads-in-large-companies-tend-to-get';
    const all = lines(reached('a', long, Port.tcp(80)), reached('a', 'b', Port.tcp(80)));
    expect(all).toContain(`  -> shop/Deployment/${long}`);
    expect(all.filter(line => line.includes('TCP') && line.length > 80)).toEqual([]);
  });

  it('names many blocks by their number and the first', () => {
    const cidrs = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
    expect(lines({ ...reached('a', 'b', Port.tcp(80)), to: { cidrs } })[1]).toBe(
      '  -> 3 IPv4 blocks (first: 10.0.0.0/8)  TCP 80',
    );
  });

  it('gives each reason a number, and says it once', () => {
    const unknown = portSets.of([Port.tcp(80)]);
    const doubt = (from: string) => ({ ...reached(from, 'b'), unknown, reasons: ['nobody knows'] });
    expect(lines(doubt('a'), doubt('c'))).toEqual([
      'shop/Deployment/a',
      'shop/Deployment/c',
      '  -> shop/Deployment/b  unknown: TCP 80 [1]',
      '',
      '[1] nobody knows',
    ]);
  });

  it('says so when there are none', () => expect(lines()).toEqual(['nobody reaches anybody']));
});

describe('groups of rows', () => {
  const row = fc.record<Row>({
    from: fc.constantFrom('a', 'b', 'c', 'd'),
    to: fc.constantFrom('x', 'y', 'z'),
    ports: fc.constantFrom('TCP 80', 'UDP 53'),
    mark: fc.constantFrom('+', '-'),
  });
  const rows = fc.uniqueArray(row, { selector: each => JSON.stringify(each) });

  it('say all of them, and nothing else', () => {
    const texts = (all: readonly Row[]) =>
      all.map(({ from, to, ports, mark }) => `${from} ${mark} ${to} ${ports}`).sort();
    fc.assert(
      fc.property(rows, all => {
        const said = grouped(all).flatMap(group =>
          group.from.flatMap(from => group.rows.map(each => ({ ...each, from }))),
        );
        expect(texts(said)).toEqual(texts(all));
      }),
    );
  });

  it('do not depend on the order of rows, and name each source once', () => {
    fc.assert(
      fc.property(rows, all => {
        expect(grouped([...all].reverse())).toEqual(grouped(all));
        const sources = grouped(all).flatMap(({ from }) => from);
        expect(new Set(sources).size).toBe(sources.length);
      }),
    );
  });
});

describe('connections in JSON', () => {
  it('are one entry a block, protocol and verdict, sorted', () => {
    const both = {
      ...reached('b', 'a', Port.tcp(80), Port.tcp(90, 99), Port.allUdp()),
      from: { cidrs: ['10.0.0.0/8', '0.0.0.0/5'] },
      unknown: portSets.of([Port.tcp(443)]),
      reasons: ['nobody knows', 'nor can know'],
    };
    expect([...connectionsJson(bySource([both]), portSets)]).toEqual(
      ['0.0.0.0/5', '10.0.0.0/8'].flatMap(from => {
        const ends = { from, to: 'shop/Deployment/a' };
        return [
          { ...ends, protocol: 'TCP', ports: '80,90-99', verdict: 'allow' },
          { ...ends, protocol: 'TCP', ports: '443', verdict: 'unknown', reason: 'nobody knows; nor can know' },
          { ...ends, protocol: 'UDP', ports: 'all', verdict: 'allow' },
        ];
      }),
    );
  });

  it('are those that are listed, in the order of source, destination, protocol and verdict', () => {
    fc.assert(
      fc.property(cluster, sketch => {
        const { reach } = new Judge(sketch);
        const listed = [...connections(reach)];
        const expected = listed.flatMap(each => [...connectionsJson(bySource([each]), reach.portSets)]);
        const key = ({ from, to, protocol, verdict }: ConnectionJson) => [from, to, protocol, verdict].join('\n');
        expected.sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect([...connectionsJson(sourcesIn(reach), reach.portSets)]).toEqual(expected);
        expect([...connectionsJson(bySource(listed), reach.portSets)]).toEqual(expected);
      }),
    );
  });

  it('keep their order where blocks stand between names, and where two ends have one name', () => {
    const all = [
      { ...reached('web-*', 'web-*', Port.tcp(2)), from: { cidrs: ['fd00::/8', '10.0.0.0/8'] } },
      reached('web-*', 'web-*', Port.tcp(1), Port.udp(1)),
      reached('a', 'web-*', Port.tcp(3)),
      reached('web-*', 'web-*', Port.tcp(4), Port.udp(4)),
      reached('web-*', 'a', Port.tcp(5)),
    ];
    expect([...connectionsJson(bySource(all), portSets)].map(each => Object.values(each).join(' '))).toEqual([
      '10.0.0.0/8 shop/Deployment/web-* TCP 2 allow',
      'fd00::/8 shop/Deployment/web-* TCP 2 allow',
      'shop/Deployment/a shop/Deployment/web-* TCP 3 allow',
      'shop/Deployment/web-* shop/Deployment/a TCP 5 allow',
      'shop/Deployment/web-* shop/Deployment/web-* TCP 1 allow',
      'shop/Deployment/web-* shop/Deployment/web-* TCP 4 allow',
      'shop/Deployment/web-* shop/Deployment/web-* UDP 1 allow',
      'shop/Deployment/web-* shop/Deployment/web-* UDP 4 allow',
    ]);
  });

  it('are worked out source by source, so that they need not fit into memory', () => {
    const asked: string[] = [];
    const source = (name: string) => ({
      from: end(name),
      reached: () => (asked.push(name), [reached(name, 'x', Port.tcp(1))]),
    });
    const entries = connectionsJson([source('b'), source('a')], portSets);
    expect([entries.next().value, asked]).toEqual([expect.objectContaining({ from: 'shop/Deployment/a' }), ['a']]);
    expect([entries.next().value, asked]).toEqual([expect.objectContaining({ from: 'shop/Deployment/b' }), ['a', 'b']]);
  });
});

function lines(...all: Reached[]): string[] {
  return [...connectionLines(all, portSets, plain)];
}

function reached(from: string, to: string, ...ports: Port[]): Reached {
  return { from: end(from), to: end(to), allowed: portSets.of(ports), unknown: PortSets.NONE, reasons: [] };
}

function end(name: string): ReachEnd {
  const workload: Workload = {
    namespace: 'shop',
    kind: 'Deployment',
    name,
    labels: {},
    ports: [],
    addresses: [],
    hostNetwork: false,
  };
  return { workload };
}
