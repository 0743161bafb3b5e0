import { Cidr } from '../../model/cidr';
import { BITS, formatIp } from '../../model/ip-address';
import { PolicyError } from '../../model/policy-error';
import { mapped } from './data';
import {
  blockStandIn,
  expressionStandIn,
  labelsStandIn,
  listOf,
  podsStandIn,
  portStandIn,
  StandIn,
  textStandIn,
  toldApart,
  UNKNOWN,
} from './stand-in';

/** Data in which values are missing, and what is made of it with them. */
export interface Recipe<T> {
  readonly data: unknown;
  /** In order; undefined for a value that may be anything. */
  readonly missing: readonly (StandIn | undefined)[];
  readonly made: (values: readonly unknown[]) => T;
}

/**
 * What is made while its Outputs are not known, out of the first stand-ins that fit.
 *
 * @throws PolicyError when none fit: then something else in the data is wrong
 */
export function standInOf<T>({ data, missing, made }: Recipe<T>): StandIn<T> {
  const refusals: PolicyError[] = [];
  for (const choice of choicesFor(missing, candidatesFor(data))) {
    const value = attempt(() => made(choice.map(each => each.value)));
    if (!(value instanceof PolicyError)) return toldApart(value, otherOf(choice, made));
    refusals.push(value);
  }
  throw mostTelling(refusals);
}

function otherOf<T>(choice: readonly StandIn[], made: Recipe<T>['made']): T | undefined {
  const values = choice.map(({ other }) => other);
  const other = values.includes(undefined) ? undefined : attempt(() => made(values));
  return other instanceof PolicyError ? undefined : other;
}

/** One that is about the data, not about a stand-in of the wrong kind. */
function mostTelling(refusals: readonly PolicyError[]): PolicyError {
  const aboutData = refusals.filter(({ message }) => !message.includes(UNKNOWN));
  return aboutData.find(({ code }) => code !== 'wrong-type') ?? aboutData[0] ?? refusals[0];
}

type Candidate = () => StandIn;

/** Mostly all that is missing is of one kind; a block with exceptions, and pods of a workload, have two. */
function* choicesFor(missing: Recipe<unknown>['missing'], candidates: readonly Candidate[]): Iterable<StandIn[]> {
  const first = missing.indexOf(undefined);
  const choice = (one: Candidate, rest: Candidate) =>
    missing.map((standIn, index) => standIn ?? (index === first ? one() : rest()));
  for (const each of candidates) {
    yield choice(each, each);
    if (first === -1) return;
  }
  if (first === missing.lastIndexOf(undefined)) return;
  for (const one of candidates) for (const rest of candidates) yield choice(one, rest);
}

function candidatesFor(data: unknown): Candidate[] {
  const address: Candidate = () => ({ value: '192.0.2.1', other: '192.0.2.2' });
  return [
    textStandIn,
    labelsStandIn,
    () => ({ value: 1, other: 2 }),
    () => ({ value: 65535, other: 65534 }),
    blockStandIn,
    address,
    () => ({ value: 'http', other: 'https' }),
    podsStandIn,
    expressionStandIn,
    () => listOf(portStandIn()),
    ...[textStandIn, blockStandIn, address].map(
      (each): Candidate =>
        () =>
          listOf(each()),
    ),
    ...blocksAround(data).map(
      (each): Candidate =>
        () =>
          each,
    ),
    () => ({ value: '0.0.0.0/0', other: '128.0.0.0/1' }),
    () => ({ value: '::/0' }),
    () => ({ value: {} }),
  ];
}

/** Blocks that lie in those in the data, and some that contain them. */
function blocksAround(data: unknown): StandIn[] {
  const found: StandIn[] = [];
  mapped(data, leaf => {
    const block = typeof leaf === 'string' ? attempt(() => Cidr.of(leaf)) : undefined;
    if (block instanceof Cidr) found.push(...around(block));
    return leaf;
  });
  return found;
}

/** The halves of a block, and pairs of blocks around it. */
function around({ _family: family, _first: first, prefixLength }: Cidr): StandIn[] {
  const block = (length: number, nth = 0n) => {
    const hostBits = BigInt(BITS[family] - length);
    return `${formatIp({ family, value: ((first >> hostBits) + nth) << hostBits })}/${length}`;
  };
  const half = prefixLength + 1;
  const halves = half <= BITS[family] ? [{ value: block(half), other: block(half, 1n) }] : [];
  const lengths = [prefixLength - 1, 8].filter(length => 0 < length && length < prefixLength);
  return [...halves, ...lengths.map(length => ({ value: block(length), other: block(length - 1) }))];
}

function attempt<T>(work: () => T): T | PolicyError {
  try {
    return work();
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
}
