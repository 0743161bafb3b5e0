import { Dns, IpBlock, LabelExpression, Pods, Port } from '../../src';

/** What fits no field and no argument of the library, though some of it looks as if. */
export const JUNK: readonly (readonly [what: string, junk: unknown])[] = [
  ['null', null],
  ['NaN', NaN],
  ['-1', -1],
  ['80.5', 80.5],
  ['Infinity', Infinity],
  ['a big whole number', 10n],
  ['a symbol', Symbol('app')],
  ['true', true],
  ['empty text', ''],
  ['text of spaces', ' '],
  ['text with a newline', 'a\n'],
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['a date', new Date(0)],
  ['an empty map', new Map()],
  ['an empty list', []],
  ['a list of nothing', [undefined]],
  ['a list with a hole', new Array(1)],
  ['a list of null', [null]],
  ['a list of a list', [[]]],
  ['a function', () => []],
  ['a class', Pods],
  ['a promise', Promise.resolve([])],
  ['the fields of pods', { ...Pods.all() }],
  ['pods that went through JSON', JSON.parse(JSON.stringify(Pods.labeled({ app: 'web' })))],
  ['the fields of a port', { ...Port.tcp(80) }],
  ['an object with the prototype of a port', Object.create(Port.prototype)],
  ['an object with the prototype of pods', Object.create(Pods.prototype)],
  ['an object with the prototype of a block', Object.create(IpBlock.prototype)],
  ['an object with the prototype of a resolver', Object.create(Dns.prototype)],
  ['an object with the prototype of an expression', Object.create(LabelExpression.prototype)],
  ['an object that says it is a list', { length: 1, 0: Port.tcp(80) }],
  ['an object whose text is a trap', { toString: () => 7, valueOf: () => ({}) }],
  ['a getter that gives nothing', Object.defineProperty({}, 'toPeers', { enumerable: true, get: () => undefined })],
  ['a peer that stands for nobody', { toPeers: () => [] }],
  ['a peer that stands for junk', { toPeers: () => 'everyone' }],
  ['a proxy of nothing', new Proxy({}, {})],
];

/** Whether junk is that for a prop that has a value: some fits it after all. */
export function isJunkFor(place: string, what: string, value: unknown): boolean {
  return !FITS[place]?.includes(what) && !(what === 'true' && typeof value === 'boolean');
}

const FITS: Readonly<Record<string, readonly string[]>> = {
  description: ['text with a newline'],
  owner: ['text with a newline'],
};
