import { all, Output, output, recover, ResourceError } from '@pulumi/pulumi';
import { PolicyError } from '../model/policy-error';
import { standInOf } from './choosing';
import { mapped } from './data';
import { StandIn } from './stand-in';

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
    const holes = holesIn(data);
    const made = (values: readonly unknown[]) => make(filled(data, values));
    if (holes.length === 0) return new Deferred({ value: made([]) });
    const missing = holes.map(({ standIn }) => standIn);
    return new Deferred({ thunk: thunkOf(holes, made), standIn: standInOf({ data, missing, made }) });
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

/** The places in data that wait. */
export function holesIn(data: unknown): Hole[] {
  const holes: Hole[] = [];
  mapped(data, (leaf, path) => {
    if (isLater(leaf)) holes.push({ path, thunk: thunkFrom(leaf) });
    else if (leaf instanceof Deferred && !('value' in leaf._state)) holes.push({ path, ...leaf._state });
    return leaf;
  });
  return holes;
}

/** The data with values in its holes, which are in the order of {@link holesIn}. */
export function filled(data: unknown, values: readonly unknown[]): unknown {
  const rest = values.values();
  return mapped(data, leaf => {
    if (leaf instanceof Deferred && 'value' in leaf._state) return leaf._state.value as unknown;
    return isLater(leaf) || leaf instanceof Deferred ? rest.next().value : leaf;
  });
}

/** A function of the values in holes, once they are there. */
function thunkOf<T>(holes: readonly Hole[], made: (values: readonly unknown[]) => T): Output<Thunk<T>> {
  return after(holes).apply(thunks => () => made(thunks.map(thunk => thunk())));
}

/** The values in holes; as secret and as unknown as they are together. */
export function after(holes: readonly Hole[]): Output<Thunk[]> {
  return holes.length === 1 ? holes[0].thunk.apply(thunk => [thunk]) : all(holes.map(({ thunk }) => thunk));
}

type Later = Output<unknown> | Promise<unknown>;

function isLater(leaf: unknown): leaf is Later {
  return Output.isInstance(leaf) || leaf instanceof Promise;
}

/** What an Output became may hold further ones. One that fails gives a function that throws. */
function thunkFrom(leaf: Later): Output<Thunk> {
  const source = leaf instanceof Promise ? output(undefined).apply(() => leaf) : leaf;
  const thunk = source.apply(value => {
    if (value === undefined) return output(becameUndefined);
    const holes = holesIn(value);
    const made = (values: readonly unknown[]) => filled(value, values);
    return holes.length === 0 ? output(() => made([])) : thunkOf(holes, made);
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
