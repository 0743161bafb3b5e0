import { readTexts } from '../../src/read/read-texts';
import { Reading } from '../../src/read/reading';

const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';

function read(text: string | Uint8Array): Reading {
  return readTexts([{ name: 'dist/shop.yaml', text }]);
}

function namespaces(text: string | Uint8Array): string[] {
  const { cluster, findings } = read(text);
  expect(findings).toEqual([]);
  return cluster.namespaces.map(({ name }) => name);
}

const named = (name: string) => NAMESPACE.replace('shop', name);

describe('a text', () => {
  it.each([
    ['one document', named('a'), ['a']],
    ['several documents', `${named('a')}---\n${named('b')}`, ['a', 'b']],
    ['nothing', '', []],
    ['documents without content', `---\n\n---\n# a comment\n---\n   \n--- # another\n${named('a')}---\n`, ['a']],
    ['the comments of helm', `---\n# Source: shop/templates/ns.yaml\n${named('a')}---\n# Source: empty\n\n`, ['a']],
    ['a marker with a comment behind it', `--- # Source: shop\n${named('a')}`, ['a']],
    [
      'a document that begins on the line of its marker',
      `--- ${JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } })}\n`,
      ['a'],
    ],
    ['a marker with spaces behind it', `${named('a')}---  \t\n${named('b')}`, ['a', 'b']],
    ['three hyphens that are no marker', `${named('a')}# ---\n  \n---\n${named('b')}`, ['a', 'b']],
    ['an end of documents', `${named('a')}...\n${named('b')}`, ['a', 'b']],
    ['directives', `%YAML 1.2\n---\n${named('a')}...\n# c\n%YAML 1.1\n---\n${named('b')}`, ['a', 'b']],
    ['line breaks of Windows', `${named('a')}---\n${named('b')}`.replaceAll('\n', '\r\n'), ['a', 'b']],
    ['line breaks of old', `${named('a')}---\n# c\n${named('b')}`.replaceAll('\n', '\r'), ['a', 'b']],
    ['a byte order mark', `\uFEFF${named('a')}`, ['a']],
    ['no line break at its end', named('a').trimEnd(), ['a']],
    ['JSON', JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }), ['a']],
    [
      'JSON with tabs',
      JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }, null, '\t'),
      ['a'],
    ],
    [
      'anchors, aliases and merges',
      'apiVersion: v1\nkind: &k Namespace\nmetadata: &m {name: a}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {<<: &x {name: a}, labels: {}, name: b}\n',
      ['a', 'b'],
    ],
    ['nothing but null', 'null\n---\n~\n', []],
  ])('may be or have %s', (_, text, expected) => expect(namespaces(text)).toEqual(expected));

  it('may be bytes', () => {
    expect(namespaces(Buffer.from(`\uFEFF# für alle\n${named('a')}`))).toEqual(['a']);
  });

  it('may be one of several', () => {
    const { cluster } = readTexts([
      { name: 'a.yaml', text: named('a') },
      { name: 'b.yaml', text: named('b') },
    ]);
    expect(cluster.namespaces.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('lists', () => {
  const item = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  const list = (kind: string, items: unknown) => JSON.stringify({ apiVersion: 'v1', kind, metadata: {}, items });

  it.each([
    ['of anything', list('List', [item('a'), item('b')]), ['a', 'b']],
    ['of one kind', list('NamespaceList', [item('a')]), ['a']],
    [
      'of one kind whose items do not say it, as the API server writes them',
      list('NamespaceList', [{ metadata: { name: 'a' } }]),
      ['a'],
    ],
    ['of nothing', list('List', []), []],
    ['that are null', list('List', null), []],
  ])('%s are read', (_, text, expected) => expect(namespaces(text)).toEqual(expected));

  it.each([
    ['stand in lists', list('List', [JSON.parse(list('List', [item('a')]))]), '1:57'],
    ['are no lists', list('List', {}), '1:1'],
    ['have items that are no objects', list('List', ['a']), '1:57'],
  ])('that %s are refused', (_, text, place) => {
    const { findings } = read(text);
    expect(findings.map(({ line, column, lenient }) => `${line}:${column} ${lenient}`)).toEqual([`${place} false`]);
  });
});

describe('what is no object', () => {
  it.each([
    ['a text', 'hello', "'hello' stands where an object is wanted"],
    ['a list', '- a', 'a list stands where an object is wanted'],
    ['a map without kind', 'replicas: 1', 'this is no Kubernetes object: it has no kind'],
    ['a kind that is no text', 'kind: 1\napiVersion: v1', 'this is no Kubernetes object: it has no kind'],
    ['an object without apiVersion', 'kind: Pod', 'this is no Kubernetes object: the Pod has no apiVersion'],
  ])('is a finding: %s', (_, text, message) =>
    expect(read(`# first\n${text}\n`).findings).toEqual([
      {
        rule: 'invalid-object',
        object: undefined,
        path: '',
        message,
        fix: 'give it apiVersion and kind, or take it out',
        file: 'dist/shop.yaml',
        line: 2,
        column: 1,
        lenient: false,
      },
    ]),
  );
});

describe('kinds', () => {
  const object = (apiVersion: string, kind: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;

  it('that say nothing about who reaches whom are counted', () => {
    const kinds = [
      object('v1', 'ConfigMap'),
      object('v1', 'ConfigMap'),
      object('v1', 'Node'),
      object('networking.k8s.io/v1', 'Ingress'),
      object('example.com/v1', 'AllowList'),
      object('example.com/v1', 'constructor'),
    ];
    const { findings, skipped } = read(kinds.join('---\n'));
    expect(findings).toEqual([]);
    expect([...skipped]).toEqual([
      ['ConfigMap', 2],
      ['Node', 1],
      ['Ingress.networking.k8s.io', 1],
      ['AllowList.example.com', 1],
      ['constructor.example.com', 1],
    ]);
  });

  it.each([
    ['projectcalico.org/v3', 'NetworkPolicy'],
    ['crd.antrea.io/v1beta1', 'NetworkPolicy'],
    ['crd.antrea.io/v1beta1', 'ClusterNetworkPolicy'],
    ['networking.k8s.aws/v1alpha1', 'ClusterNetworkPolicy'],
  ])('of others with a name that is read are counted apart: %s %s', (apiVersion, kind) => {
    const { findings, skipped, cluster } = read(object(apiVersion, kind));
    expect(findings).toEqual([]);
    expect([...skipped]).toEqual([[`${kind}.${apiVersion.split('/')[0]}`, 1]]);
    expect(cluster.policies).toEqual([]);
  });

  it.each([
    ['a version that is gone', 'extensions/v1beta1 NetworkPolicy', 'apiVersion: networking.k8s.io/v1'],
    [
      'a version to come',
      'policy.networking.k8s.io/v1beta1 ClusterNetworkPolicy',
      'apiVersion: policy.networking.k8s.io/v1alpha2',
    ],
    ['the wrong group', 'v1 Deployment', 'apiVersion: apps/v1'],
  ])('are not passed over for %s', (_, type, fix) => {
    const [apiVersion, kind] = type.split(' ');
    expect(read(object(apiVersion, kind)).findings).toMatchObject([
      { object: kind, path: 'apiVersion', fix: `write ${fix}`, line: 1, column: 13, lenient: false },
    ]);
  });

  it.each([
    ['a small letter', 'networking.k8s.io/v1 Networkpolicy', 'NetworkPolicy'],
    ['a plural', 'networking.k8s.io/v1 NetworkPolicies', 'NetworkPolicy'],
    ['letters in the wrong order', 'apps/v1 Deploymnet', 'Deployment'],
  ])('are not passed over for %s', (_, type, meant) => {
    const [apiVersion, kind] = type.split(' ');
    expect(read(object(apiVersion, kind)).findings).toMatchObject([
      { object: kind, path: 'kind', fix: `did you mean ${meant}?`, line: 2, column: 7, lenient: false },
    ]);
  });
});

describe('a broken document', () => {
  const broken = (text: string) => {
    const { cluster, findings } = read(`${named('a')}---\n${text}\n---\n${named('b')}`);
    // The others are read all the same.
    expect(cluster.namespaces.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(findings).toHaveLength(1);
    const [{ message, line, column, fix, lenient }] = findings;
    expect(fix).not.toBe('');
    expect(lenient).toBe(false);
    return `${line}:${column} ${message}`;
  };

  it.each([
    ['a quote that is not closed', 'kind: "Pod\nmetadata: {}', '5:7 a quoted text is not closed'],
    ['a single quote that is not closed', "a: b\nkind: 'Pod", '6:7 a quoted text is not closed'],
    ['a map that is not closed', 'metadata: {name: a', '5:11 a list [ or map { is not closed'],
    ['a tab', 'metadata:\n\tname: a', '6:1 a tab is used for indentation'],
    ['a key twice', 'kind: Pod\nmetadata: {}\nkind: Pod', '7:1 the same key stands twice in one map'],
    ['a key twice, once in quotes', 'metadata: {"name": a, name: b}', '5:23 the same key stands twice in one map'],
    ['keys out of line', 'metadata:\n  name: a\n namespace: b', '7:2 the indentation does not fit what stands before'],
    ['a comma that is missing', 'metadata: {name: a labels: {}}', '5:26 a comma is missing between two entries'],
    ['an alias of nothing', 'metadata: *m', '5:13 unidentified alias "m"'],
    ['a NUL byte', 'kind: P\0d', '5:8 there is a character that no text has'],
    ['a character that is not printable', 'kind: P\u0007d', '5:10 there is a character that no text has'],
  ])('is reported where it breaks: %s', (_, text, expected) => expect(broken(text)).toBe(expected));

  it('that is a template says what to do', () => {
    const { findings } = read('kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n  {{- if .Values.labels }}\n');
    expect(findings).toMatchObject([{ fix: 'render the template first, for example with helm template' }]);
  });

  it('that is two objects in one says what separates them', () => {
    const { findings } = read(NAMESPACE + NAMESPACE);
    expect(findings).toMatchObject([{ line: 4, fix: 'if another object begins here, put a line --- before it' }]);
    expect(read('kind: Pod\nspec: {}\nspec: {}').findings).toMatchObject([{ fix: 'keep one of the two' }]);
  });

  it('in another encoding says so', () => {
    const utf16 = Buffer.from(`\uFEFF${NAMESPACE}`, 'utf16le');
    expect(read(utf16).findings).toMatchObject([{ message: 'the text is UTF-16', fix: 'save it as UTF-8' }]);
  });

  it('with bytes that are no UTF-8 is reported where they are', () => {
    const latin1 = Buffer.concat([
      Buffer.from(`# ä\n${NAMESPACE}# f`),
      Buffer.from('ür', 'latin1'),
      Buffer.alloc(99, 'a'),
    ]);
    expect(read(latin1).findings).toMatchObject([
      { message: 'there are bytes that are not UTF-8', line: 5, column: 4 },
    ]);
    const cutOff = Buffer.from('# ä').subarray(0, 3);
    expect(read(cutOff).findings).toMatchObject([{ line: 1, column: 3 }]);
  });
});
