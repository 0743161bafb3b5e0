import { at, Check, flag, instance, inWords, listOf, oneOf, optional, shape, text } from '../../src/model/check';
import { PolicyErrorCode } from '../../src/model/policy-error';
import { refusalOf } from '../refusal';

class Thing {
  readonly name = 'thing';
}

interface Box {
  readonly name: string;
  readonly open?: boolean;
}

const box = shape<Box>({ name: text, open: optional(flag) });

const texts = listOf(text, 'leave it out');

describe('a check', () => {
  it('hands on what fits', () => {
    const thing = new Thing();
    expect([
      text(''),
      flag(false),
      oneOf(['a', 'b'])('b'),
      instance(Thing, 'a thing')(thing),
      optional(text)(undefined),
    ]).toEqual(['', false, 'b', thing, undefined]);
    expect(texts(['a', 'b'])).toEqual(['a', 'b']);
    expect(box({ name: 'a', open: undefined })).toEqual({ name: 'a' });
  });

  it.each<[string, { check: Check<unknown>; value: unknown; code: PolicyErrorCode }]>([
    ['a number for text', { check: text, value: 7, code: 'wrong-type' }],
    ['a String object for text', { check: text, value: new String('a'), code: 'wrong-type' }],
    ['nothing for text', { check: text, value: undefined, code: 'missing' }],
    ['null for what may be left out', { check: optional(text), value: null, code: 'wrong-type' }],
    ['text for a flag', { check: flag, value: 'true', code: 'wrong-type' }],
    ['a word that is none of these', { check: oneOf(['a', 'b']), value: 'A', code: 'wrong-type' }],
    ['a look-alike for an instance', { check: instance(Thing, 'a thing'), value: {}, code: 'wrong-type' }],
    [
      'a prototype for an instance',
      { check: instance(Thing, 'a thing'), value: Object.create(Thing.prototype), code: 'wrong-type' },
    ],
    ['an empty list', { check: texts, value: [], code: 'empty-list' }],
    ['text for a list', { check: texts, value: 'ab', code: 'wrong-type' }],
    ['what is only like a list', { check: texts, value: { length: 1, 0: 'a' }, code: 'wrong-type' }],
    ['a list for an object', { check: box, value: [], code: 'wrong-type' }],
    ['null for an object', { check: box, value: null, code: 'wrong-type' }],
    ['a function for an object', { check: box, value: () => ({ name: 'a' }), code: 'wrong-type' }],
    ['an object without a field', { check: box, value: {}, code: 'missing' }],
  ])('refuses %s', (_, { check, value, code }) => expect(refusalOf(() => check(value))).toMatchObject({ code, value }));

  it('says which field or item it was, and takes a hole in a list for one that is missing', () => {
    expect(refusalOf(() => texts(['a', 7]))).toMatchObject({ path: '[1]', value: 7 });
    // eslint-disable-next-line no-sparse-arrays
    expect(refusalOf(() => texts(['a', , 'c']))).toMatchObject({ path: '[1]', code: 'missing' });
    expect(refusalOf(() => box({ name: 'a', open: 1 }))).toMatchObject({ path: 'open', value: 1 });
    expect(refusalOf(() => at('boxes', listOf(box, ''), [{ name: 'a' }, { name: 2 }])).path).toBe('boxes[1].name');
  });

  it('says of an object which class it is of, in a word', () => {
    class lower {}
    const nameless = Object.create({ constructor: { name: 'Thing' } });
    expect(
      [new Thing(), new Map(), new Error('no'), {}, Object.create(null), new lower(), nameless].map(inWords),
    ).toEqual(['a Thing', 'a Map', 'an Error', 'an object', 'an object', 'an object', 'an object']);
  });

  it('offers a list where one fitting item stands, and only there', () => {
    expect(refusalOf(() => texts('a'))).toMatchObject({ fix: 'put it in one: [...]' });
    expect(refusalOf(() => texts(7))).toMatchObject({ fix: 'give a list' });
    expect(refusalOf(() => texts(undefined))).toMatchObject({ code: 'missing', fix: 'leave it out' });
  });

  it('refuses fields that it does not know, and names those it does', () => {
    const refusal = refusalOf(() => box({ name: 'a', shut: true }));
    expect(refusal).toMatchObject({ code: 'unknown-field', path: 'shut', fix: 'use one of name, open' });
    expect(refusalOf(() => box({ names: 'a' }))).toMatchObject({ fix: 'did you mean name?' });
    expect(refusalOf(() => box(JSON.parse('{ "name": "a", "__proto__": 1 }'))).path).toBe('__proto__');
    expect(refusalOf(() => box({ name: 'a', toString: 1 })).path).toBe('toString');
  });

  it('reads a field once, so that what was checked is what is used', () => {
    const answers = ['a', 7];
    expect(
      box({
        get name() {
          return answers.shift();
        },
      }),
    ).toEqual({ name: 'a' });
  });

  it('copies lists and objects, which their owner may go on to change', () => {
    const list = ['a'];
    const checked = texts(list);
    list.push('b');
    expect(checked).toEqual(['a']);
  });

  it.each([
    ['a', "'a'"],
    ['a'.repeat(81), `'${'a'.repeat(80)}...'`],
    [['a'], 'a list'],
    [{ toString: () => 'surprise' }, 'an object'],
    [() => 'surprise', 'a function'],
    [null, 'null'],
    [NaN, 'NaN'],
    [7n, '7'],
    [Symbol('s'), 'Symbol(s)'],
  ])('puts values into words that cannot surprise: %#', (value, words) => expect(inWords(value)).toBe(words));
});
