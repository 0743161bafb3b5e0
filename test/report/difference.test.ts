import { readTexts } from '../../src/read/read-texts';
import { differenceJson, differenceLines } from '../../src/report/difference';
import { differenceMarkdown } from '../../src/report/difference-markdown';
import { jsonLines } from '../../src/report/json-document';
import { plain } from '../../src/report/paint';
import { diff } from '../../src/verify/matrix/diff';

const DENY = policy('deny', '{ podSelector: {}, policyTypes: [Ingress, Egress] }');

describe('a difference in words', () => {
  it('tells reach that changes from workloads that come and go', () => {
    const before = [DENY, pod('a'), pod('b'), pod('old'), allow('b', 'a'), allow('old', 'a')];
    const after = [DENY, pod('a'), pod('b'), pod('new'), allow('a', 'b'), allow('new', 'a')];
    expect([...differenceLines(difference(before, after), plain)].join('\n'))
      .toBe(`2 connections added, 2 removed; 1 workload new, 1 gone

shop/Pod/a
  + shop/Pod/b  TCP 80

shop/Pod/b
  - shop/Pod/a  TCP 80

new: shop/Pod/new

shop/Pod/new
  + shop/Pod/a  TCP 80

gone: shop/Pod/old

shop/Pod/old
  - shop/Pod/a  TCP 80`);
  });

  it('says when nothing changes, whatever policies are called', () => {
    const renamed = difference([DENY, pod('a')], [policy('closed', DENY.split('spec: ')[1].slice(0, -2)), pod('a')]);
    expect([...differenceLines(renamed, plain)]).toEqual(['nothing changes']);
    const document: unknown = JSON.parse([...jsonLines(differenceJson(renamed))].join('\n'));
    expect(document).toEqual({ added: [], removed: [], appeared: [], vanished: [] });
  });

  it('names a workload that comes and reaches nobody', () => {
    const appeared = difference([DENY, pod('a')], [DENY, pod('a'), pod('b')]);
    expect([...differenceLines(appeared, plain)]).toEqual([
      '0 connections added, 0 removed; 1 workload new, 0 gone',
      '',
      'new: shop/Pod/b',
    ]);
  });
});

describe('a comment for a pull request', () => {
  const names = Array.from({ length: 24 }, (_, index) => `pod-${index}`);

  it('says once what many have in common', () => {
    const [before, after] = [[DENY, ...names.map(pod)], names.map(pod)];
    const lines = [...differenceMarkdown(difference(before, after))];
    // 24 x 23 between pods, and each from and to IPv4 and IPv6.
    expect(lines[0]).toBe('### Who reaches whom: 648 connections added, 0 removed');
    expect(lines.length).toBeLessThan(60);
  });

  it('cuts what is too long to read, and says how much', () => {
    const calls = names.flatMap((from, index) =>
      names.slice(index + 1).map(to => allow(from, to, 1000 + index + to.length)),
    );
    const opened = names.flatMap((from, one) => names.map((to, other) => allow(from, to, 1 + one * 100 + other)));
    const lines = [
      ...differenceMarkdown(difference([DENY, ...names.map(pod), ...calls], [DENY, ...names.map(pod), ...opened])),
    ];
    const rows = lines.filter(line => /^\| [➕➖]/u.test(line));
    const [, changes] = /: (\d+) connections added, (\d+) removed/.exec(lines[0]) ?? [];
    expect(Number(changes)).toBeGreaterThan(500);
    expect(rows).toHaveLength(50);
    expect(lines.at(-1)).toMatch(/^and \d+ more connections; `netpol diff` prints all of them$/);
    expect(lines.join('\n').length).toBeLessThan(20_000);
  });

  it('is the same whatever the order of the files', () => {
    const opened = [allow('b', 'a', 80), allow('a', 'c', 81), allow('c', 'a', 80)];
    const pods = ['a', 'b', 'c'].map(name => pod(name));
    const lines = [pods, [...pods].reverse()].map(all => [
      ...differenceMarkdown(difference([DENY, ...all], [DENY, ...all, ...opened])),
    ]);
    expect(lines[0]).toEqual(lines[1]);
    expect(lines[0].slice(4)).toEqual([
      '| ➕ | `shop/Pod/a` | `shop/Pod/c` | TCP 81 |',
      '| ➕ | `shop/Pod/b`<br>`shop/Pod/c` | `shop/Pod/a` | TCP 80 |',
    ]);
  });

  it('is a table of Markdown', () => {
    const lines = [
      ...differenceMarkdown(difference([DENY, pod('a'), pod('b')], [DENY, pod('a'), pod('b'), allow('a', 'b')])),
    ];
    expect(lines).toEqual([
      '### Who reaches whom: 1 connection added, 0 removed',
      '',
      '| | from | to | ports |',
      '|---|---|---|---|',
      '| ➕ | `shop/Pod/a` | `shop/Pod/b` | TCP 80 |',
    ]);
  });
});

function difference(before: readonly string[], after: readonly string[]) {
  const [old, next] = [before, after].map(
    texts => readTexts([{ name: 'a.yaml', text: texts.join('\n---\n') }]).cluster,
  );
  return diff(old, next);
}

function pod(name: string): string {
  return `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }, spec: { containers: [] } }`;
}

function policy(name: string, spec: string): string {
  return `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: ${name}, namespace: shop }, spec: ${spec} }`;
}

/** Two policies, one at each end. */
function allow(from: string, to: string, port = 80): string {
  const selector = (app: string) => `podSelector: { matchLabels: { app: ${app} } }`;
  const ports = `ports: [{ port: ${port} }]`;
  return [
    policy(
      `to-${from}-${to}-${port}`,
      `{ ${selector(from)}, policyTypes: [Egress], egress: [{ to: [{ ${selector(to)} }], ${ports} }] }`,
    ),
    policy(
      `from-${from}-${to}-${port}`,
      `{ ${selector(to)}, policyTypes: [Ingress], ingress: [{ from: [{ ${selector(from)} }], ${ports} }] }`,
    ),
  ].join('\n---\n');
}
