import { inWords, isRecord } from '../model/check';
import { Path } from '../model/path';
import { PolicyError } from '../model/policy-error';
import { SyntaxRule } from '../model/syntax';
import { Problems } from './problems';

const INT32 = { min: -0x80000000, max: 0x7fffffff };

/**
 * Who decodes a value: Go's types take null for a field that is left out, and name a map where one of its values is wrong;
 * the schema of a CustomResourceDefinition refuses null, and names the value.
 */
export type Decoding = 'type' | 'schema';

/** What all fields of an object have in common. */
export interface Root {
  readonly problems: Problems;
  readonly decoding: Decoding;
  /** The way to the first of them. */
  readonly base: Path;
}

/**
 * A value inside an object, with the way to it.
 *
 * What does not fit is noted as a problem of the object and then taken as left out: reading goes on, so that all problems
 * are found, and an object with problems is not used.
 */
export class Field {
  /** Undefined where the field is left out. */
  readonly value: unknown;
  private readonly outer?: Field;
  private readonly root: Root;

  /** @param key of `outer`, where this is a field or item of another */
  constructor(
    value: unknown,
    outer: Field | Root,
    private readonly key: string | number = '',
  ) {
    if (outer instanceof Field) {
      this.outer = outer;
      this.root = outer.root;
    } else this.root = outer;
    this.value = value ?? undefined;
    if (value === null && this.root.decoding === 'schema') {
      this.refuse('null stands where a value is wanted', 'leave it out');
    }
  }

  /** Whether it was written, and not as null. */
  get isPresent(): boolean {
    return this.value !== undefined;
  }

  /** The way to this from the object. */
  get path(): Path {
    return this.outer === undefined ? this.root.base : [...this.outer.path, this.key];
  }

  /** Whether a field of this object is there, be it null. */
  has(key: string): boolean {
    return isRecord(this.value) && this.value[key] !== undefined;
  }

  /** Whether this has no fields but these. */
  hasOnly(known: ReadonlySet<string>): boolean {
    return !isRecord(this.value) || Object.keys(this.value).every(key => known.has(key));
  }

  /** A field of this object; left out where this is. */
  get(key: string): Field {
    return new Field(isRecord(this.value) ? this.value[key] : undefined, this, key);
  }

  /** A field of this object that is of a type of Go's, or that has a default: null is none. */
  getTyped(key: string): Field {
    if (this.root.decoding === 'type') return this.get(key);
    const value = isRecord(this.value) ? this.value[key] : undefined;
    return new Field(value, { ...this.root, decoding: 'type', base: [...this.path, key] });
  }

  /** This as an object. @param known all fields that it may have; undefined: this library does not know them */
  struct(known?: ReadonlySet<string>): Field {
    if (this.value === undefined) return this;
    if (!isRecord(this.value)) return this.refused('an object');
    if (known === undefined) return this;
    for (const key of Object.keys(this.value)) {
      if (known.has(key) || this.root.problems.areTooMany) continue;
      this.get(key).refuse(`there is no field ${inWords(key)} here`, `use one of ${[...known].join(', ')}`);
    }
    return this;
  }

  /** The items of this list; none where it is left out. */
  items(): readonly Field[] {
    if (this.value === undefined || this.root.problems.areTooMany) return [];
    if (!Array.isArray(this.value)) return this.refused('a list').items();
    return this.value.map((item: unknown, key) => new Field(item, this, key));
  }

  /** The entries of this map of texts; none where it is left out. */
  texts(): Readonly<Record<string, string>> {
    if (this.value === undefined) return {};
    if (!isRecord(this.value)) return this.refused('a map').texts();
    const texts: Record<string, string> = {};
    for (const key of Object.keys(this.value)) {
      const value = this.value[key];
      // No key of Kubernetes begins with an underscore; JavaScript would lose this one.
      if (key === '__proto__') this.refuseEntry(key, `${inWords(key)} is no key`, 'use another');
      // Go decodes null as the empty text here: https://github.com/kubernetes/kubernetes/pull/129257
      else if (typeof value === 'string') texts[key] = value;
      else if (value === null && this.root.decoding === 'type') texts[key] = '';
      else this.refuseEntry(key, `${inWords(value)} stands where a text is wanted`, QUOTES);
    }
    return texts;
  }

  /** This as text. */
  text(): string | undefined {
    if (this.value === undefined || typeof this.value === 'string') return this.value;
    const isScalar = typeof this.value === 'number' || typeof this.value === 'boolean';
    this.refused('a text', isScalar ? QUOTES : undefined);
    return undefined;
  }

  /** This as text that follows a rule. @param what the rule is about, such as `name` */
  textBy(rule: SyntaxRule, what: string): string | undefined {
    const text = this.text();
    const problem = text === undefined ? undefined : rule(text);
    if (problem === undefined) return text;
    this.refuse(`${what} ${inWords(text)} ${problem}`, `write a ${what} that Kubernetes accepts`);
    return undefined;
  }

  /** This as true or false. */
  flag(): boolean | undefined {
    if (this.value === undefined || typeof this.value === 'boolean') return this.value;
    this.refused('true or false');
    return undefined;
  }

  /** This as a whole number of 32 bits. */
  wholeNumber(): number | undefined {
    if (this.value === undefined || isInt32(this.value)) return this.value;
    this.refused('a whole number');
    return undefined;
  }

  /** This as a number or a name, such as that of a port. */
  wholeNumberOrText(): number | string | undefined {
    return typeof this.value === 'string' ? this.value : this.wholeNumber();
  }

  /** What the model makes of this; what it refuses is a problem of this field. */
  attempt<T>(work: () => T, fix?: string): T | undefined {
    if (this.root.problems.areTooMany) return undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      this.refuse(error.problem, fix ?? error.fix);
      return undefined;
    }
  }

  /** Notes what is wrong with this. */
  refuse(message: string, fix: string): void {
    const { path } = this;
    this.root.problems.add({ path, blamed: path, message, fix, lenient: false });
  }

  /** Notes what is wrong with an entry of this map. */
  refuseEntry(key: string, message: string, fix: string): void {
    const blamed = [...this.path, key];
    const path = this.root.decoding === 'schema' ? blamed : this.path;
    this.root.problems.add({ path, blamed, message, fix, lenient: false });
  }

  /** Notes what the API server refuses, although it is clear what is meant. */
  overlook(message: string, fix: string): void {
    const { path } = this;
    this.root.problems.add({ path, blamed: path, message, fix, lenient: true });
  }

  /** Notes that something has to stand here. */
  require(what: string): void {
    if (!this.isPresent) this.refuse(`${what} is missing`, `give ${what}`);
  }

  private refused(wanted: string, fix = `write ${wanted}`): Field {
    this.refuse(`${inWords(this.value)} stands where ${wanted} is wanted`, fix);
    return new Field(undefined, this.outer ?? this.root, this.key);
  }
}

const QUOTES = 'put it in quotes';

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= INT32.min && value <= INT32.max;
}
