import * as fc from 'fast-check';
import { MOST_BYTES, MOST_FINDINGS } from '../../src/read/limits';
import { readObjects } from '../../src/read/read-objects';
import { readTexts } from '../../src/read/read-texts';
import { Reading } from '../../src/read/reading';
import { clusterNetworkPolicy, networkPolicy, pod } from './manifests';

const POLICY = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec: ';
const SKIPPED = 'apiVersion: v1\nkind: ConfigMap\n';

/** Generous: on an idle machine each of these takes less than a tenth of it. */
const MOST_MILLISECONDS = 20_000;

function read(text: string | Uint8Array): Reading {
  const start = performance.now();
  const reading = readTexts([{ name: 'hostile.yaml', text }]);
  expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
  return reading;
}

/** The one thing that is wrong. */
function finding(text: string | Uint8Array): string {
  const { findings } = read(text);
  expect(findings).toHaveLength(1);
  expect(findings[0].lenient).toBe(false);
  return findings[0].message;
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

describe('a hostile text ends in one finding', () => {
  it.each([
    [
      'more than the limit',
      'a'.repeat(MOST_BYTES + 1),
      `the text has ${MOST_BYTES + 1} bytes, at most ${MOST_BYTES} are read`,
    ],
    [
      'more than the limit, in bytes',
      Buffer.alloc(100_000_000, 'a'),
      `the text has 100000000 bytes, at most ${MOST_BYTES} are read`,
    ],
    ['lists nested 100,000 deep', '['.repeat(100_000), 'lists and maps are nested more than 500 deep'],
    [
      'closed lists nested 100,000 deep',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'lists and maps are nested more than 500 deep',
    ],
    ['maps nested 100,000 deep', '{a: '.repeat(100_000), 'lists and maps are nested more than 500 deep'],
    ['block lists nested 100,000 deep', '- '.repeat(100_000), 'lists and maps are nested more than 500 deep'],
    [
      'block maps nested 3,000 deep',
      lines(3_000, index => `${' '.repeat(index)}a:\n`),
      'lists and maps are nested more than 500 deep',
    ],
    ['keys nested 100,000 deep', '? '.repeat(100_000), 'lists and maps are nested more than 500 deep'],
    [
      '10 to the 30 aliases',
      `a0: &a0 [x,x]\n${lines(30, index => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join()}]\n`)}`,
      'its aliases stand for more than 1000000 values',
    ],
    [
      'a chain of aliases',
      `a0: &a0 [x]\n${lines(5_000, index => `a${index + 1}: &a${index + 1} [*a${index}]\n`)}`,
      'its aliases stand for more than 1000000 values',
    ],
    ['an alias of what it is part of', 'a: &a [*a]\n', 'an alias stands for a value that it is part of'],
    [
      'a list of itself',
      '&a\nkind: List\napiVersion: v1\nitems: [*a, *a]\n',
      'an alias stands for a value that it is part of',
    ],
    [
      'merges that copy a thousand keys a thousand times',
      `m: &m {${lines(1_001, index => `k${index}: 1, `)}}\n${lines(1_001, index => `n${index}: {<<: *m}\n`)}`,
      'merges (<<) copy more than 1000000 keys',
    ],
    ['a single line that is never closed', `a: [${'"abc",'.repeat(500_000)}`, 'a list [ or map { is not closed'],
    ['a quote that is never closed', `a: "${'abc '.repeat(500_000)}`, 'a quoted text is not closed'],
    ['a NUL byte', `${SKIPPED}a: \0\n`, 'there is a character that no text has'],
  ])('%s', (_, text, message) => expect(finding(text)).toBe(message));

  it('and its other documents are read', () => {
    const { cluster } = read(
      `${'['.repeat(10_000)}\n---\n${POLICY}{}\n---\na: &a [*a]\n---\n${POLICY.replace('web', 'db')}{}\n`,
    );
    expect(cluster.policies.map(({ name }) => name)).toEqual(['web', 'db']);
  });
});

describe('a large text is read', () => {
  it.each([
    ['10 MB on one line', `{kind: ConfigMap, apiVersion: v1, a: [${'"abc",'.repeat(1_700_000)}]}`],
    ['10 MB of one value', `${SKIPPED}a: ${'x'.repeat(10_000_000)}`],
    ['10 MB of line breaks', `${SKIPPED}${'\n'.repeat(10_000_000)}`],
    ['10 MB of comments', '#\n'.repeat(5_000_000)],
    ['1,000,000 empty documents', '---\n'.repeat(1_000_000)],
    ['30,000 documents', `${SKIPPED}---\n`.repeat(30_000)],
    ['an alias a thousand times', `${SKIPPED}a: &a [x, y, z]\nb: [${'*a,'.repeat(1_000)}]`],
  ])('%s', (_, text) => expect(read(text).findings).toEqual([]));

  it('100,000 values in one selector', () => {
    const values = lines(100_000, index => `v${index},`);
    const { cluster, findings } = read(
      `${POLICY}{podSelector: {matchExpressions: [{key: a, operator: In, values: [${values}]}]}}`,
    );
    expect(findings).toEqual([]);
    expect(cluster.policies[0].podSelector.matchExpressions[0].values).toHaveLength(100_000);
  });

  it('20,000 pods of one controller, each with a label of its own', () => {
    const items = Array.from({ length: 20_000 }, (_, index) =>
      pod(`p${index}`, {
        metadata: {
          labels: { own: `v${index}` },
          ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: 'u', controller: true }],
        },
      }),
    );
    const { cluster } = read(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    expect(cluster.workloads).toHaveLength(20_000);
  });
});

describe('a text with very many findings', () => {
  const last = ({ findings }: Reading) => findings[findings.length - 1];

  it.each([
    ['in its documents', 'a: 1\n---\n'.repeat(100_000)],
    ['in its objects', lines(20_000, index => `${POLICY.replace('web', `web${index}`)}{a: 1}\n---\n`)],
    ['in one object', `${POLICY}{ingress: [{ports: [${'{port: 0},'.repeat(100_000)}]}]}`],
    ['in the fields of one object', `${POLICY}{${lines(50_000, index => `k${index}: 1, `)}}`],
  ])('is read until there are a thousand of them: %s', (_, text) => {
    const reading = read(text);
    expect(reading.findings).toHaveLength(MOST_FINDINGS + 1);
    expect(last(reading)).toMatchObject({ message: 'reading stops after 1000 findings', lenient: false });
    expect(reading.cluster.policies).toEqual([]);
  });

  it('is read to its end where they keep nothing from being read', () => {
    const reading = read(lines(2_500, index => `${POLICY.replace('web', `web${index % 1_250}`)}{}\n---\n`));
    expect(reading.findings).toHaveLength(MOST_FINDINGS + 1);
    expect(last(reading)).toMatchObject({ message: expect.stringMatching(/^250 more findings/), lenient: true });
    expect(reading.cluster.policies).toHaveLength(1_250);
  });

  it('keeps no other text from being read', () => {
    const texts = [
      { name: 'a.yaml', text: 'a: 1\n---\n'.repeat(5_000) },
      { name: 'b.yaml', text: `${POLICY}{}` },
    ];
    expect(readTexts(texts).cluster.policies).toHaveLength(1);
  });
});

describe('keys that mean something to JavaScript', () => {
  const untouched = () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  };

  it.each([
    ['in place of an object', '{__proto__: {kind: Pod, apiVersion: v1, metadata: {name: a}, polluted: yes}}'],
    ['in place of a field', `${POLICY}{__proto__: {podSelector: {}, polluted: yes}}`],
    ['as a label', `${POLICY}{podSelector: {matchLabels: {__proto__: polluted}}}`],
    ['as a merge', `${POLICY}{<<: {__proto__: {polluted: yes}}}`],
  ])('are refused where nobody may write them: __proto__ %s', (_, text) => {
    const { cluster, findings } = read(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(cluster.policies).toEqual([]);
    expect(cluster.workloads).toEqual([]);
    untouched();
  });

  it('are refused in JSON that a program has parsed', () => {
    const object = JSON.parse(
      JSON.stringify(networkPolicy({ podSelector: { matchLabels: { X: 'a' } } })).replace('"X"', '"__proto__"'),
    );
    expect(readObjects([{ object, origin: 'test' }]).findings).toMatchObject([
      { path: 'spec.podSelector.matchLabels' },
    ]);
    untouched();
  });

  it('are kinds, labels and namespaces like others', () => {
    const { cluster, findings, skipped } = read(
      `kind: constructor\napiVersion: example.com/v1\n---\n${POLICY.replace('web', 'web, namespace: constructor')}{podSelector: {matchLabels: {toString: valueOf}}}`,
    );
    expect(findings).toEqual([]);
    expect([...skipped]).toEqual([['constructor.example.com', 1]]);
    expect(cluster.namespaces.map(({ name }) => name)).toEqual(['constructor']);
    expect(String(cluster.policies[0].podSelector)).toBe('toString=valueOf');
  });
});

describe('for every value that could stand anywhere in an object', () => {
  const SEEDS: readonly object[] = [
    networkPolicy({
      podSelector: { matchLabels: { a: 'b' } },
      ingress: [
        { from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 80, endPort: 90 }] },
      ],
    }),
    clusterNetworkPolicy({ protocols: [{ tcp: { destinationPort: { range: { start: 1, end: 2 } } } }] }),
    pod('a', { spec: { containers: [{ ports: [{ containerPort: 80 }] }] }, status: { podIPs: [{ ip: '10.0.0.1' }] } }),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } } } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { selector: { a: 'b' }, ports: [{ port: 80 }] },
    },
    { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }] },
  ];

  /** The object with another value at the n-th of its places. */
  function withValueAt(object: unknown, place: number, value: unknown): unknown {
    let count = 0;
    const walk = (node: unknown): unknown => {
      if (count++ === place) return value;
      if (Array.isArray(node)) return node.map(walk);
      if (typeof node !== 'object' || node === null) return node;
      return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]));
    };
    return walk(object);
  }

  it('the object is read, or there is a finding that says what is wrong', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.nat(30),
        fc.anything({ withNullPrototype: true }),
        (seed, place, value) => {
          const { cluster, findings, skipped } = readObjects([
            { object: withValueAt(seed, place, value), origin: 'test' },
          ]);
          for (const { message, fix } of findings) {
            expect(message).not.toBe('');
            expect(fix).not.toBe('');
          }
          const { policies, adminPolicies, workloads, services, namespaces } = cluster;
          const found = [policies, adminPolicies, workloads, services, namespaces].some(({ length }) => length > 0);
          const isRefused = findings.some(({ lenient }) => !lenient);
          if (isRefused) expect(found).toBe(false);
          else expect(found || skipped.size > 0 || hasNothing(seed, value)).toBe(true);
        },
      ),
      { numRuns: 1_500 },
    ));

  /** A list may have lost its items; a pod may have ended. */
  function hasNothing(seed: object, value: unknown): boolean {
    return 'items' in seed && (value === null || (Array.isArray(value) && value.length === 0));
  }
});
