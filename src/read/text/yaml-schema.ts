import { FAILSAFE_SCHEMA, Type } from 'js-yaml';

/**
 * YAML as kubectl reads it: 1.1 with the octals of 1.2, so that an unquoted `on` is a boolean and `017` is fifteen.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);

const BOOLEANS = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false] as const),
]);

const NOT_FINITE = new Map([
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, NaN] as const),
]);

const INTEGER = /^[-+]?(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/;

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** Underscores count for nothing inside a number, unless it begins with its point. */
function plain(text: string): string {
  return text.includes('_') && !text.startsWith('.') ? text.replaceAll('_', '') : text;
}

/** Nothing else that begins like this is a number: most texts are told by their first character. */
function mayBeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
}

function isInteger(text: string): boolean {
  return mayBeNumber(text) && text.charCodeAt(0) !== 0x2e && INTEGER.test(plain(text));
}

function integerOf(text: string): number {
  const [, sign, digits] = /^([-+]?)(.*)$/.exec(plain(text)) ?? [];
  const magnitude = /^0\d/.test(digits) ? Number(`0o${digits.slice(1)}`) : Number(digits);
  return sign === '-' ? -magnitude : magnitude;
}

function isFloat(text: string): boolean {
  return mayBeNumber(text) && (NOT_FINITE.has(text) || (FLOAT.test(plain(text)) && Number.isFinite(+plain(text))));
}

function floatOf(text: string): number {
  return NOT_FINITE.get(text) ?? Number(plain(text));
}

function scalar<T>(name: string, resolve: (text: string) => boolean, construct: (text: string) => T): Type {
  // js-yaml hands null to a tag without a value.
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (data: string | null) => resolve(data ?? ''),
    construct: (data: string | null) => construct(data ?? ''),
  });
}

/** Tags of applications mean nothing to Kubernetes: what bears one is read as if it bore none. */
const OTHER_TAGS = (['scalar', 'sequence', 'mapping'] as const).flatMap(kind =>
  ['!', 'tag:'].map(prefix => new Type(prefix, { kind, multi: true })),
);

export const KUBERNETES_YAML = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar(
      'null',
      text => text.length <= 4 && NULLS.has(text),
      () => null,
    ),
    scalar(
      'bool',
      text => text.length <= 5 && BOOLEANS.has(text),
      text => BOOLEANS.get(text),
    ),
    scalar('int', isInteger, integerOf),
    scalar('float', isFloat, floatOf),
    scalar(
      'merge',
      text => text === '<<',
      text => text,
    ),
  ],
  explicit: OTHER_TAGS,
});
