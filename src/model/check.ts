import { nearest } from './nearest';
import { PolicyError } from './policy-error';

/**
 * Proves that a value from outside has a type, or throws a {@link PolicyError}.
 *
 * TypeScript's types are gone when JavaScript, Python or Java calls; these stay. A check does not know where its value
 * stands: whoever holds the field or the list adds that to what is thrown.
 */
export type Check<T> = (value: unknown) => T;

/** One check a field; the compiler insists that none of `P` is forgotten. */
export type Shape<P> = { readonly [K in keyof Required<P>]: Check<P[K]> };

export const text: Check<string> = value => {
  if (typeof value !== 'string') throw wrongType(value, 'a string');
  return value;
};

export const flag: Check<boolean> = value => {
  if (typeof value !== 'boolean') throw wrongType(value, 'true or false');
  return value;
};

/** One of a few words. */
export function oneOf<T>(words: readonly T[]): Check<T> {
  return value => {
    const found = words.find(word => word === value);
    if (found === undefined) throw wrongType(value, `one of ${words.join(', ')}`);
    return found;
  };
}

/** An instance of a value class: anything that only looks like one is refused. */
export function instance<T>(type: Function & { readonly prototype: T }, wanted: string): Check<T> {
  return value => {
    if (!isMade(type, value)) throw wrongType(value, wanted);
    return value;
  };
}

/** Whether a value was made by the class's constructor: one with its prototype alone has no field of its own. */
export function isMade<T>(type: Function & { readonly prototype: T }, value: unknown): value is T {
  return value instanceof type && hasFields(value);
}

/** Whether an object has fields of its own, without a list of them: every value that is given is asked. */
function hasFields(value: object): boolean {
  for (const name in value) if (Object.hasOwn(value, name)) return true;
  return false;
}

/** What the check takes, or undefined. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return value => (value === undefined ? undefined : check(value));
}

/** A list with at least one item: an empty list is never taken for "everything". @param everything what to write instead */
export function listOf<T>(check: Check<T>, everything: string): Check<T[]> {
  return value => {
    if (!Array.isArray(value)) throw noList(value, check, everything);
    if (value.length === 0) {
      throw new PolicyError({ code: 'empty-list', value, problem: 'the list is empty', fix: everything });
    }
    const checked = new Array<T>(value.length);
    for (let index = 0; index < value.length; index++) checked[index] = at(index, check, value[index]);
    return checked;
  };
}

function noList(value: unknown, check: Check<unknown>, everything: string): PolicyError {
  if (value === undefined) return new PolicyError({ code: 'missing', value, problem: 'is missing', fix: everything });
  if (refuses(check, value)) return wrongType(value, 'a list');
  const problem = `${inWords(value)} is no list`;
  return new PolicyError({ code: 'wrong-type', value, problem, fix: 'put it in one: [...]' });
}

/** An object with at least one entry, whose names are the caller's. @param everything what to write instead of none */
export function mapOf<T>(check: Check<T>, everything: string): Check<Record<string, T>> {
  return value => {
    if (!isRecord(value) || isHollow(value)) throw wrongType(value, 'an object');
    const entries = Object.entries(value);
    if (entries.length === 0) {
      throw new PolicyError({ code: 'empty-list', value, problem: 'there are no entries', fix: everything });
    }
    return Object.fromEntries(entries.map(([name, each]) => [name, at(name, check, each)]));
  };
}

/** An object with these fields and no others; fields whose check takes undefined may be left out. */
export function shape<P extends object>(fields: Shape<P>): Check<P> {
  const known = Object.keys(fields) as (keyof P & string)[];
  const rows = known.map(name => ({ name, check: fields[name], isRequired: refuses(fields[name], undefined) }));
  return value => {
    if (!isRecord(value) || isHollow(value)) throw wrongType(value, 'an object');
    for (const name of Object.keys(value)) if (!Object.hasOwn(fields, name)) throw unknownField(name, known);
    const checked: Partial<P> = {};
    for (const { name, check, isRequired } of rows) {
      const given = value[name];
      if (given !== undefined || isRequired) checked[name] = at(name, check, given);
    }
    return checked as P;
  };
}

/** A map, a date or a promise has no field of its own, and would pass for props that leave everything out. */
function isHollow(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return !isPlain && !hasFields(value);
}

function refuses(check: Check<unknown>, value: unknown): boolean {
  try {
    check(value);
    return false;
  } catch {
    return true;
  }
}

/** Whether a value is an object with fields; lists and null are none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a message: short, quoted, and without surprises when it prints itself. */
export function inWords(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 80 ? `${value.slice(0, 80)}...` : value}'`;
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return `${/^[AEIO]/i.test(className(value)) ? 'an' : 'a'} ${className(value)}`;
  return typeof value === 'function' ? 'a function' : String(value);
}

/** What an object is, as far as its class says: a word, never code that it brings along. */
function className(value: object): string {
  const { constructor: made } = (Object.getPrototypeOf(value) ?? {}) as { constructor?: unknown };
  const name = typeof made === 'function' && made !== Object ? made.name : '';
  return /^[A-Z]\w{0,39}$/.test(name) ? name : 'object';
}

/** The refusal of a value that is of another type, or not there at all. */
export function wrongType(value: unknown, wanted: string): PolicyError {
  return value === undefined
    ? new PolicyError({ code: 'missing', value, problem: 'is missing', fix: `give ${wanted}` })
    : new PolicyError({ code: 'wrong-type', value, problem: `${inWords(value)} does not fit`, fix: `give ${wanted}` });
}

/** Checks one field or item, and says which one it was. */
export function at<T>(key: string | number, check: Check<T>, value: unknown): T {
  try {
    return check(value);
  } catch (error) {
    throw error instanceof PolicyError ? error.inside(key) : error;
  }
}

function unknownField(name: string, known: string[]): PolicyError {
  const meant = nearest(name, known);
  return new PolicyError({
    code: 'unknown-field',
    path: name,
    problem: 'there is no such field',
    fix: meant === undefined ? `use one of ${known.join(', ')}` : `did you mean ${meant}?`,
  });
}
