import { load } from 'js-yaml';
import { KUBERNETES_YAML } from '../../src/read/text/yaml-schema';

/** What sigs.k8s.io/yaml v1.6.0, which kubectl uses, made of each of these texts; recorded 2026-11-21. */
const VALUES: readonly (readonly [string, unknown])[] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(text => [text, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(text => [text, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map(text => [text, null] as const),
  ...['yEs', 'oN', 'nULL', 'tRUE', 'nan', 'inf'].map(text => [text, text] as const),
  ['0', 0],
  ['-0', 0],
  ['+0', 0],
  ['00', 0],
  ['017', 15],
  ['-017', -15],
  ['+017', 15],
  ['0o17', 15],
  ['0O17', 15],
  ['-0o7', -7],
  ['0o8', '0o8'],
  ['0o', '0o'],
  ['08', 8],
  ['09.5', 9.5],
  ['0x1f', 31],
  ['-0X1F', -31],
  ['0xg', '0xg'],
  ['0x', '0x'],
  ['0b11', 3],
  ['-0B11', -3],
  ['0b2', '0b2'],
  ['1_000', 1000],
  ['1__0', 10],
  ['1_', 1],
  ['_1', '_1'],
  ['0_7', 7],
  ['0x_1f', 31],
  ['1.', 1],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['-.5', -0.5],
  ['+.5', 0.5],
  ['0.1_2', 0.12],
  ['._1', '._1'],
  ['.1_2', '.1_2'],
  ['5e3', 5000],
  ['5E+3', 5000],
  ['12e03', 12000],
  ['1e', '1e'],
  ['1e400', '1e400'],
  ['1:30', '1:30'],
  ['190:20:30', '190:20:30'],
  ['2020-01-01', '2020-01-01'],
  ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['+', '+'],
  ['.', '.'],
  ['..', '..'],
  ['=', '='],
  ['1,000', '1,000'],
  ['"on"', 'on'],
  ["'017'", '017'],
  ['!!str 5', '5'],
  ['!!str', ''],
  ['!!int "5"', 5],
  ['!ref web', 'web'],
  ['!!binary aGk=', 'aGk='],
];

describe('a value is read as kubectl reads it', () => {
  it.each(VALUES)('%s', (text, expected) =>
    expect(load(`a: ${text}`, { schema: KUBERNETES_YAML })).toEqual({
      a: expected === 0 ? expect.closeTo(0) : expected,
    }),
  );

  it('what is not a number, or not finite, is none of the texts that it is written with', () =>
    expect(load('[.nan, .inf, -.INF]', { schema: KUBERNETES_YAML })).toEqual([NaN, Infinity, -Infinity]));
});

describe('a key is read as kubectl reads it', () => {
  it.each([
    ['on', 'true'],
    ['no', 'false'],
    ['017', '15'],
    ['"on"', 'on'],
    ['app.kubernetes.io/name', 'app.kubernetes.io/name'],
  ])('%s is %s', (text, key) => expect(load(`${text}: 1`, { schema: KUBERNETES_YAML })).toEqual({ [key]: 1 }));
});
