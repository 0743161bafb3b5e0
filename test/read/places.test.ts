import * as fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { Path } from '../../src/model/path';
import { SourceText } from '../../src/read/text/source-text';
import { YamlPlaces } from '../../src/read/text/yaml-places';
import { KUBERNETES_YAML } from '../../src/read/text/yaml-schema';

/** Line and column of a value in a text of one document. */
function placeOf(text: string, ...path: Path): string {
  const { line, column } = new SourceText('a.yaml', text).positionAt(new YamlPlaces(text).offsetOf(0, path));
  return `${line}:${column}`;
}

describe('the place of a value', () => {
  const BLOCK = [
    '# the shop',
    'kind: NetworkPolicy',
    'metadata:',
    '  name: web # its name',
    '  labels: {app: "web", \'tier\': back end,',
    '    team : a}',
    'spec:',
    '  podSelector: {}',
    '  ingress:',
    '  - from: []',
    '    ports:',
    '      # the first',
    '      - port: 80',
    '      - {port: 443, protocol: TCP}',
    '',
    '  -',
    '    ports: [ {port: http}, 53 ]',
    '  egress:',
    '  policyTypes: &t',
    '  - Ingress',
    '  - Egress',
    'again: *t',
    'long: |',
    '  text',
    '? explicit',
    ': value',
    '',
  ].join('\n');

  it.each<[Path, string]>([
    [[], '2:1'],
    [['kind'], '2:7'],
    [['metadata'], '4:3'],
    [['metadata', 'name'], '4:9'],
    [['metadata', 'labels'], '5:11'],
    [['metadata', 'labels', 'app'], '5:17'],
    [['metadata', 'labels', 'tier'], '5:32'],
    [['metadata', 'labels', 'team'], '6:12'],
    [['spec', 'podSelector'], '8:16'],
    [['spec', 'ingress'], '10:3'],
    [['spec', 'ingress', 0], '10:5'],
    [['spec', 'ingress', 0, 'from'], '10:11'],
    [['spec', 'ingress', 0, 'ports', 0, 'port'], '13:15'],
    [['spec', 'ingress', 0, 'ports', 1], '14:9'],
    [['spec', 'ingress', 0, 'ports', 1, 'protocol'], '14:31'],
    [['spec', 'ingress', 1, 'ports', 0, 'port'], '17:21'],
    [['spec', 'ingress', 1, 'ports', 1], '17:28'],
    [['spec', 'policyTypes', 1], '21:5'],
    [['again'], '22:8'],
    [['long'], '23:7'],
  ])('%j is where it begins', (path, expected) => expect(placeOf(BLOCK, ...path)).toBe(expected));

  it.each<[string, Path, string]>([
    ['a field is missing', ['metadata', 'namespace'], '4:3'],
    ['an item is missing', ['spec', 'ingress', 7, 'ports'], '10:3'],
    ['it is inside a value that is not there', ['spec', 'ingress', 0, 'ports', 0, 'endPort', 'x'], '13:9'],
    ['it stands in an alias', ['again', 1], '22:8'],
    ['its key is written explicitly', ['explicit'], '2:1'],
  ])('is that of what is around it where %s', (_, path, expected) => expect(placeOf(BLOCK, ...path)).toBe(expected));

  it('is that of the key where the value is left empty', () => expect(placeOf(BLOCK, 'spec', 'egress')).toBe('18:3'));

  it('counts lines of every system', () => {
    expect(placeOf('a: 1\r\nb:\r\n  c: 2\r\n', 'b', 'c')).toBe('3:6');
    expect(placeOf('a: 1\rb:\r  c: 2\r', 'b', 'c')).toBe('3:6');
  });

  it('is that of the list where items are left empty, since the parser does not tell of them', () =>
    expect(placeOf('a:\n-\n- b\n', 'a', 1)).toBe('2:1'));
});

describe('for every document that could be written', () => {
  const scalar = fc.oneof(
    fc.integer({ min: 1, max: 99_999 }),
    fc.constantFrom('web', 'on', '', 'a: b', '#', '- c', '{', "it's", 'ä"ö'),
  );
  const key = fc.constantFrom('a', 'b', 'app', 'x.io/y', 'long-key-with-many-letters');
  const { value } = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  }));
  const style = fc.record({
    flowLevel: fc.constantFrom(-1, 0, 1, 2, 3),
    indent: fc.constantFrom(2, 4),
    noArrayIndent: fc.boolean(),
    condenseFlow: fc.boolean(),
    quotingType: fc.constantFrom<"'" | '"'>("'", '"'),
    noRefs: fc.constant(true),
  });

  function* pathsOf(node: unknown, path: Path = []): Generator<{ path: Path; node: unknown }> {
    yield { path, node };
    if (typeof node !== 'object' || node === null) return;
    for (const [step, inner] of Object.entries(node)) {
      yield* pathsOf(inner, [...path, Array.isArray(node) ? Number(step) : step]);
    }
  }

  it('the text at the place of a value begins with the value', () =>
    fc.assert(
      fc.property(value, style, (document, options) => {
        const text = dump({ root: document }, options);
        const places = new YamlPlaces(text);
        for (const { path, node } of pathsOf({ root: document })) {
          const rest = text.slice(places.offsetOf(0, path));
          if (Array.isArray(node)) expect(rest[0]).toBe(node.length === 0 || rest[0] === '[' ? '[' : '-');
          else if (typeof node === 'object') continue;
          else expect(load(firstScalar(rest), { schema: KUBERNETES_YAML })).toBe(node);
        }
      }),
      { numRuns: 300 },
    ));

  /** The scalar that a text begins with. */
  function firstScalar(text: string): string {
    return (/^'(?:[^']|'')*'|^"(?:[^"\\]|\\.)*"|^[^,\]}\n]+/.exec(text) ?? [''])[0];
  }
});
