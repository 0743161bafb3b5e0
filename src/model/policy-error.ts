import { printable } from './printable';

/** Stable names of what {@link PolicyError} refuses; a code never changes its meaning. */
export type PolicyErrorCode =
  | 'wrong-type'
  | 'missing'
  | 'unknown-field'
  | 'unknown-service'
  | 'empty-list'
  | 'empty-labels'
  | 'conflict'
  | 'port-range'
  | 'port-name'
  | 'cidr'
  | 'except'
  | 'label'
  | 'name'
  | 'duplicate-name'
  | 'namespace'
  | 'overlap'
  | 'host-network'
  | 'engine'
  | 'metadata-address'
  | 'annotation'
  | 'production'
  | 'peer';

/** What is wrong, in data. */
export interface Refusal {
  readonly code: PolicyErrorCode;
  /** Where the value stands, such as `ThreeTierApp 'shop' > database.port`; what is left out is where it was caught. */
  readonly path?: string;
  /** The value as it was given. */
  readonly value?: unknown;
  /** What is wrong with it, in the caller's words. */
  readonly problem: string;
  /** What to write instead. */
  readonly fix: string;
}

/** See {@link PolicyError}, by which name it goes. */
class PolicyErrorClass extends Error {
  /** What Node prints in front of an error that nobody catches. */
  static readonly name = 'PolicyError';

  readonly code: PolicyErrorCode;
  readonly path: string;
  readonly value: unknown;
  readonly fix: string;
  /** Not a field that is printed: the others say the same. */
  readonly #refusal: Refusal;

  constructor(refusal: Refusal) {
    super(printable(`${refusal.path ? `${refusal.path}: ` : ''}${refusal.problem}; ${refusal.fix} [${refusal.code}]`));
    this.name = 'PolicyError';
    this.code = refusal.code;
    this.path = refusal.path ?? '';
    this.value = refusal.value;
    this.fix = refusal.fix;
    this.#refusal = refusal;
  }

  /** What is wrong, without the path before it and the fix behind it. */
  get problem(): string {
    return this.#refusal.problem;
  }

  /** The same refusal, seen from one field or item further outside. */
  inside(key: string | number): PolicyError {
    const own = typeof key === 'number' ? `[${key}]` : key;
    const glue = this.path === '' || this.path.startsWith('[') ? '' : '.';
    return new PolicyErrorClass({ ...this.#refusal, path: `${own}${glue}${this.path}` });
  }

  /** The same refusal, seen from the construct or function to which the value was given. */
  within(owner: string): PolicyError {
    return new PolicyErrorClass({ ...this.#refusal, path: this.path === '' ? owner : `${owner} > ${this.path}` });
  }
}

/** The one error that netpol throws for values it refuses: `path: problem; fix [code]`. */
export type PolicyError = PolicyErrorClass;

/** TypeScript and JavaScript only: jsii has no error classes, other languages see the message. */
export const PolicyError = PolicyErrorClass;

/** Does something, and puts the owner's name in front of what it refuses; only then is the name asked for. */
export function naming<T>(owner: string | (() => string), work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw seenFromOutside(error.within(typeof owner === 'string' ? owner : owner()));
  }
}

/** The folder of these sources; undefined where a bundler has put them elsewhere. */
const [, OWN_FOLDER] = /^(.*)[\\/]model$/.exec(__dirname) ?? [];

/** The same error, whose stack begins at the line that gave the value: where it was found out is nobody's concern. */
function seenFromOutside(error: PolicyError): PolicyError {
  const lines = error.stack?.split('\n') ?? [];
  const outside = lines.filter(line => OWN_FOLDER === undefined || !line.includes(OWN_FOLDER));
  error.stack = outside.join('\n');
  return error;
}
