import { all, Output, output, recover, Resource, ResourceError } from '@pulumi/pulumi';
import { Pods } from '../../model/pods';
import { PolicyError } from '../../model/policy-error';
import { standInOf } from './choosing';
import { locating, mapped } from './data';
import { podsOf } from './resource-pods';
import { podsStandIn, StandIn } from './stand-in';

/** Gives a value that is known by now, or throws why there cannot be one. A function, which Outputs leave as it is. */
export type Thunk<T = unknown> = () => T;

/** A place in data that waits for an Output. */
export interface Hole {
  /** Such as `frontend.from[0]`. */
  readonly path: string;
  readonly thunk: Output<Thunk>;
  /** What can stand there meanwhile; undefined where the Output may become anything. */
  readonly standIn?: StandIn;
}

type State<T> = { readonly value: T } | (Pick<Hole, 'standIn'> & { readonly thunk: Output<Thunk<T>> });

/** A value of the vocabulary that waits for the Outputs in it, or is known already. */
export class Deferred<T> {
  /** What is made of data, at once where no Output is in it. @throws PolicyError for what no value of the Outputs makes right */
  static of<T>(data: unknown, make: (data: unknown) => T): Deferred<T> {
    const template = templateOf(data);
    const made = (values: readonly unknown[]) => make(filled(template, values));
    if (template.holes.length === 0) return new Deferred({ value: made([]) });
    const missing = template.holes.map(({ standIn }) => standIn);
    const standIn = standInOf({ data: template.data, missing, made });
    return new Deferred({ thunk: thunkOf(template.holes, made), standIn });
  }

  /** What is known. */
  static known<T>(value: T): Deferred<T> {
    return new Deferred({ value });
  }

  /** What an Output will say. */
  static waiting<T>(thunk: Output<Thunk<T>>, standIn: StandIn): Deferred<T> {
    return new Deferred({ thunk, standIn });
  }

  private constructor(private readonly state: State<T>) {}

  /** @internal */
  get _state(): State<T> {
    return this.state;
  }

  /** The value in words, where it is known. */
  toString(): string {
    return 'value' in this.state ? String(this.state.value) : 'a value with Outputs in it';
  }
}

/** Data in which values are missing. */
export interface Template {
  readonly data: unknown;
  /** In the order in which they stand in the data. */
  readonly holes: readonly Hole[];
}

const MISSING = Symbol('missing');

/** Data as a program gives it: with what is known in its place, and holes where something waits. */
export function templateOf(given: unknown): Template {
  const holes: Hole[] = [];
  const data = mapped(given, (leaf, path) => {
    if (typeof leaf !== 'object' || leaf === null) return leaf;
    const state = stateOf(leaf, path);
    if (state === undefined) return leaf;
    if ('value' in state) return state.value;
    holes.push({ path, ...state });
    return MISSING;
  });
  return { data, holes };
}

/** The data with values in its holes. */
export function filled({ data, holes }: Template, values: readonly unknown[]): unknown {
  if (holes.length === 0) return data;
  const rest = values.values();
  return mapped(data, leaf => (leaf === MISSING ? rest.next().value : leaf));
}

/** Undefined for what is no matter of Pulumi's. */
function stateOf(leaf: object, path: string): State<unknown> | undefined {
  if (leaf instanceof Deferred) return leaf._state;
  if (Output.isInstance(leaf) || leaf instanceof Promise) return { thunk: thunkFrom(leaf) };
  if (!Resource.isInstance(leaf)) return undefined;
  const { pods } = leaf as { readonly pods?: unknown };
  return pods instanceof Deferred ? pods._state : stateOfPods(leaf, path);
}

/** Nothing that a resource becomes is known before the program has run on. */
function stateOfPods(resource: Resource, path: string): State<Pods> {
  const { data, made } = locating(path, () => podsOf(resource));
  const template = templateOf(data);
  return { thunk: thunkOf(template.holes, values => made(filled(template, values))), standIn: podsStandIn() };
}

/** A function of the values in holes, once they are there. */
function thunkOf<T>(holes: readonly Hole[], made: (values: readonly unknown[]) => T): Output<Thunk<T>> {
  return after(holes).apply(thunks => () => made(thunks.map(thunk => thunk())));
}

/** The values in holes; as secret and as unknown as they are together. */
export function after(holes: readonly Hole[]): Output<Thunk[]> {
  return holes.length === 1 ? holes[0].thunk.apply(thunk => [thunk]) : all(holes.map(({ thunk }) => thunk));
}

/** What an Output became may hold further ones. One that fails gives a function that throws. */
function thunkFrom(leaf: Output<unknown> | Promise<unknown>): Output<Thunk> {
  const source = leaf instanceof Promise ? output(undefined).apply(() => leaf) : leaf;
  const thunk = source.apply(value => {
    if (value === undefined) return output(becameUndefined);
    const template = templateOf(value);
    const made = (values: readonly unknown[]) => filled(template, values);
    return template.holes.length === 0 ? output(() => template.data) : thunkOf(template.holes, made);
  });
  // Before it had `recover`, Pulumi could only report the failure by itself.
  if (typeof recover !== 'function') return thunk;
  return recover(thunk, error => () => {
    throw ResourceError.isInstance(error) ? error : failed(error);
  });
}

/** What is left out has a default, and nobody left this out. */
function becameUndefined(): never {
  const problem = 'an Output became undefined';
  throw new PolicyError({ code: 'missing', problem, fix: 'give it a value, or leave it out' });
}

function failed(error: unknown): PolicyError {
  const problem = `there is no value: ${error instanceof Error ? error.message : String(error)}`;
  return new PolicyError({ code: 'missing', problem, fix: 'see why the Output or Promise failed' });
}
