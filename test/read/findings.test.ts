import { locationInWords, Origin } from '../../src/model/origin';
import { Path } from '../../src/model/path';
import { readObjects } from '../../src/read/read-objects';
import { readTexts } from '../../src/read/read-texts';
import { Finding } from '../../src/read/reading';
import { fields, networkPolicy, read } from './manifests';

function findings(...texts: string[]): readonly Finding[] {
  return readTexts(texts.map((text, index) => ({ name: `${index}.yaml`, text }))).findings;
}

const POLICY = (name: string, spec = '{}') =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n  namespace: shop\nspec: ${spec}\n`;

describe('a finding', () => {
  it('names the object, the field, the value, the fix and the place', () =>
    expect(findings(`---\n# web\n${POLICY('web', '\n  ingress:\n  - ports:\n    - port: 99999')}`)).toEqual([
      {
        rule: 'invalid-object',
        object: 'NetworkPolicy/shop/web',
        path: 'spec.ingress[0].ports[0].port',
        message: 'port 99999 does not exist',
        fix: 'use whole numbers, 1 <= first <= last <= 65535',
        file: '0.yaml',
        line: 11,
        column: 13,
        lenient: false,
      },
    ]));

  it.each([
    {
      what: 'the one label that is to blame',
      spec: '{podSelector: {matchLabels: {a: b, app: on}}}',
      path: 'spec.podSelector.matchLabels',
      rest: 'on}}}',
    },
    {
      what: 'a label whose key is to blame',
      spec: '{podSelector: {matchLabels: {a: b, -x: c}}}',
      path: 'spec.podSelector.matchLabels',
      rest: 'c}}}',
    },
    {
      what: 'the object where a field is missing',
      spec: '{ingress: [{from: [{ipBlock: {except: []}}]}]}',
      path: 'spec.ingress[0].from[0].ipBlock.cidr',
      rest: '{except: []}}]}]}',
    },
  ])('points at $what, and names the field as the API server does', ({ spec, path, rest }) => {
    const text = POLICY('web', spec);
    const [finding] = findings(text);
    expect(finding.path).toBe(path);
    expect(text.split('\n')[(finding.line ?? 0) - 1].slice((finding.column ?? 0) - 1)).toBe(rest);
  });

  it('says to put what YAML reads as a boolean into quotes', () =>
    expect(findings(POLICY('web', '{podSelector: {matchLabels: {app: on}}}'))).toMatchObject([
      { message: 'true stands where a text is wanted', fix: 'put it in quotes' },
    ]));

  it('points into the list that the object stands in', () => {
    const items = [networkPolicy({}), networkPolicy({ policyTypes: ['Ingress', 'None'] }, { name: 'db' })];
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2);
    const [{ path, line, column }] = findings(text);
    expect(path).toBe('spec.policyTypes[1]');
    expect(text.split('\n')[(line ?? 0) - 1].slice((column ?? 0) - 1)).toBe('"None"');
  });

  it('of an object of a program names its origin', () => {
    const object = networkPolicy({ ingress: {} });
    const [finding] = readObjects([{ object, origin: 'app/shop/web' }]).findings;
    expect(finding).toEqual({
      rule: 'invalid-object',
      object: 'NetworkPolicy/shop/web',
      path: 'spec.ingress',
      message: 'an object stands where a list is wanted',
      fix: 'write a list',
      file: 'app/shop/web',
      lenient: false,
    });
  });

  it('stays short whatever the value', () => {
    const [{ message, object }] = findings(POLICY('x'.repeat(100_000)));
    expect(message.length).toBeLessThan(1_000);
    expect(object?.length).toBeLessThan(1_000);
  });

  it('stands once for each field, however many things are wrong with it', () =>
    expect(fields(read(networkPolicy({ ingress: [{ ports: [{ port: 'A--B' }] }] })).findings)).toEqual([
      'spec.ingress[0].ports[0].port',
    ]));
});

describe('where an object was read', () => {
  it('is known for each of its fields', () => {
    const text = `${POLICY('a')}---\n${POLICY('web', '\n  ingress:\n  - ports:\n    - port: 80')}`;
    const { cluster } = readTexts([{ name: 'dist/shop.yaml', text }]);
    const [first, second] = cluster.policies;
    expect(first.origin?.at()).toEqual({ file: 'dist/shop.yaml', line: 1, column: 1 });
    const port = second.origin?.at(['spec', 'ingress', 0, 'ports', 0, 'port']);
    expect(port).toEqual({ file: 'dist/shop.yaml', line: 16, column: 13 });
    expect(port && locationInWords(port)).toBe('dist/shop.yaml:16:13');
  });

  it('is known in words for an object of a program', () => {
    const [{ origin }] = readObjects([{ object: networkPolicy({}), origin: 'app/shop/web' }]).cluster.policies;
    expect(inWords(origin)).toBe('app/shop/web');
    expect(inWords(origin, ['spec', 'ingress', 0])).toBe('app/shop/web spec.ingress[0]');
  });

  it('is known of an item of a list', () => {
    const object = { apiVersion: 'v1', kind: 'List', items: [networkPolicy({})] };
    const [{ origin }] = readObjects([{ object, origin: 'app' }]).cluster.policies;
    expect(inWords(origin, ['spec'])).toBe('app items[0].spec');
  });

  function inWords(origin: Origin | undefined, path?: Path): string | undefined {
    return origin && locationInWords(origin.at(path));
  }
});

describe('an object that is written twice', () => {
  const twice = [
    POLICY('web', '{podSelector: {matchLabels: {a: a}}}'),
    POLICY('web', '{podSelector: {matchLabels: {b: b}}}'),
  ];

  it('is a finding where it is written again, and the later one counts', () => {
    const { cluster, findings: found } = readTexts([{ name: 'a.yaml', text: twice.join('---\n') }]);
    expect(found).toMatchObject([
      {
        rule: 'written-twice',
        object: 'NetworkPolicy/shop/web',
        path: 'metadata.name',
        line: 11,
        column: 9,
        lenient: true,
      },
    ]);
    expect(found[0].message).toContain('a.yaml:1:1');
    expect(cluster.policies.map(({ podSelector }) => String(podSelector))).toEqual(['b=b']);
  });

  it('is found across texts', () =>
    expect(findings(...twice)).toMatchObject([{ file: '1.yaml', line: 4, lenient: true }]));

  it('is another object in another namespace, or of another kind', () =>
    expect(
      findings(
        twice[0],
        twice[1].replace('namespace: shop', 'namespace: other'),
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}',
      ),
    ).toEqual([]));

  it('is another object where the API server makes up the names', () => {
    const { cluster, findings: found } = read(
      networkPolicy({}, { generateName: 'web-' }),
      networkPolicy({}, { generateName: 'web-' }),
    );
    expect(found).toEqual([]);
    expect(cluster.policies.map(({ name }) => name)).toEqual(['web-*', 'web-*']);
  });

  it('is the one that can be read where the other cannot', () => {
    const { cluster } = readTexts([{ name: 'a.yaml', text: `${twice[0]}---\n${POLICY('web', '{podSelector: []}')}` }]);
    expect(cluster.policies.map(({ podSelector }) => String(podSelector))).toEqual(['a=a']);
  });
});

describe('an object without a name', () => {
  it('is refused, and read all the same, as in the templates of an operator', () => {
    const { cluster, findings: found } = read(networkPolicy({}, { namespace: 'shop' }));
    expect(found).toMatchObject([{ object: 'NetworkPolicy/shop/?', path: 'metadata.name', lenient: true }]);
    expect(cluster.policies).toHaveLength(1);
  });
});

describe('metadata', () => {
  it.each([
    ['a name in capitals', { name: 'Web' }, 'metadata.name'],
    ['a name that is a number', { name: 123 }, 'metadata.name'],
    ['a namespace with dots', { name: 'web', namespace: 'a.b' }, 'metadata.namespace'],
    ['a label that is no label', { name: 'web', labels: { a: 'b c' } }, 'metadata.labels'],
    ['a label that is a number', { name: 'web', labels: { a: 1 } }, 'metadata.labels'],
    ['an annotation key that is none', { name: 'web', annotations: { 'a b': '' } }, 'metadata.annotations'],
    ['a field that does not exist', { name: 'web', label: {} }, 'metadata.label'],
    [
      'an owner with a field that does not exist',
      { name: 'web', ownerReferences: [{ apiVersion: 'v1', kind: 'App', name: 'a', uid: 'u', Kind: 'x' }] },
      'metadata.ownerReferences[0].Kind',
    ],
  ])('is refused for %s', (_, metadata, field) => {
    const { cluster, findings: found } = read(networkPolicy({}, metadata));
    expect(fields(found)).toEqual([field]);
    expect(cluster.policies).toEqual([]);
  });

  it('may have capitals in the prefix of an annotation', () =>
    expect(read(networkPolicy({}, { name: 'web', annotations: { 'Example.com/A': 'x' } })).findings).toEqual([]));
});
