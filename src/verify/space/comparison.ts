import { API_ALONE, Assumptions } from '../../model/assumptions';
import { Namespace } from '../../model/cluster';
import { PolicyWorld } from '../reach/enforcement';
import { Questions } from './questions';
import { Existence, Space } from './space';
import { Witness } from './witness';

/** What one set of policies allows, beside what another one does, for every pod that could exist. */
export interface Comparison {
  /** The first allows exactly what the second does, more, less, or both; unknown where it cannot be told. */
  readonly relation: 'equal' | 'wider' | 'narrower' | 'different' | 'unknown';
  /** A connection that the first allows and the second denies, if one is found. */
  readonly onlyFirst?: Witness;
  /** A connection that the second allows and the first denies, if one is found. */
  readonly onlySecond?: Witness;
  /** Why it cannot be told; undefined where it can. */
  readonly reason?: string;
}

/** What is known beside policies that are compared. */
export interface Surroundings {
  /** Whose labels are known; every other namespace may have any. None where left out. */
  readonly namespaces?: readonly Namespace[];
  /** The API alone where left out. */
  readonly assumptions?: Assumptions;
}

/** Compares what two sets of policies allow, whichever pods and namespaces there are. */
export function comparePolicies(first: PolicyWorld, second: PolicyWorld, around: Surroundings = {}): Comparison {
  const space = spaceOf(around);
  const [one, other] = [first, second].map(world => new Questions(space, world));
  const [more, less] = [one.anyAllowedBeyond(other), other.anyAllowedBeyond(one)];
  return {
    relation: relationOf(more, less),
    onlyFirst: witnessOf(more),
    onlySecond: witnessOf(less),
    ...why(more, less),
  };
}

/** Every pod that could exist, as far as that is known. */
export function spaceOf({ namespaces = [], assumptions = API_ALONE }: Surroundings): Space {
  return new Space(namespaces, assumptions);
}

function relationOf(more: Existence, less: Existence): Comparison['relation'] {
  if (more.verdict === 'some' && less.verdict === 'some') return 'different';
  if (more.verdict === 'unknown' || less.verdict === 'unknown') return 'unknown';
  if (more.verdict === 'some') return 'wider';
  return less.verdict === 'some' ? 'narrower' : 'equal';
}

function witnessOf(found: Existence): Witness | undefined {
  return found.verdict === 'some' ? found.witness : undefined;
}

function why(...found: readonly Existence[]): Pick<Comparison, 'reason'> {
  return { reason: found.flatMap(each => (each.verdict === 'unknown' ? [each.reason] : []))[0] };
}
