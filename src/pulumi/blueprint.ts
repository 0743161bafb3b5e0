import { PolicyError } from '../model/policy-error';
import { Intent } from '../patterns/pattern';
import { Hole } from './deferred';
import { fittingStandIns } from './fitting';
import { partsOf } from './parts';

/** Plans with a value for each hole. */
export type Planner = (values: readonly unknown[]) => Intent;

/** What can be said of a component before its Outputs are known. */
export interface Blueprint {
  readonly holes: readonly Hole[];
  /** In place of the holes. */
  readonly values: readonly unknown[];
  /** Planned with these: how many policies there are, their names and directions stay as they are here. */
  readonly intent: Intent;
  /** The same with other values; undefined where these do not fit. */
  readonly other?: Intent;
  /** The holes that a part depends on, one of {@link partsOf}. */
  sourcesOf(part: string): readonly Hole[];
}

/**
 * Plans around what is not known yet.
 *
 * @throws PolicyError for what is wrong whatever the Outputs become, and for an Output on which the structure hangs
 */
export function blueprintOf(holes: readonly Hole[], plan: Planner): Blueprint {
  const { standIns, planned: intent } = fittingStandIns(holes, plan);
  const values = standIns.map(({ value }) => value);
  const planAgain = (isOther: (index: number) => boolean) =>
    tryPlan(
      plan,
      standIns.map(({ value, other }, index) => (isOther(index) ? other : value)),
    );
  const parts = partsOf(intent);
  const sources = new Map([...parts.keys()].map((part): [string, Hole[]] => [part, []]));
  holes.forEach((hole, index) => {
    const changed = planAgain(each => each === index);
    if (changed !== undefined && structureOf(changed) !== structureOf(intent)) throw decidesStructure(hole);
    const now = changed === undefined ? undefined : partsOf(changed);
    for (const [part, text] of parts) if (now?.get(part) !== text) sources.get(part)?.push(hole);
  });
  return { holes, values, intent, other: planAgain(() => true), sourcesOf: part => sources.get(part) ?? holes };
}

function tryPlan(plan: Planner, values: readonly unknown[]): Intent | undefined {
  try {
    return values.includes(undefined) ? undefined : plan(values);
  } catch {
    return undefined;
  }
}

function structureOf({ plan: { groups } }: Intent): string {
  return groups.map(({ name, isolates }) => `${name} ${isolates.join(' ')}`).join('\n');
}

function decidesStructure({ path }: Hole): PolicyError {
  return new PolicyError({
    code: 'wrong-type',
    path,
    problem: 'an Output decides how many policies there are, or what they are called',
    fix: 'give a plain value',
  });
}
