import { PolicyError } from '../../model/policy-error';
import { Intent } from '../../patterns/pattern';
import { Hole } from '../outputs/deferred';
import { StandIn } from '../outputs/stand-in';
import { fittingStandIns } from './fitting';
import { Probe, sourcesIn, SourcesOf } from './sources';

/** Plans with a value for each hole. */
export type Planner = (values: readonly unknown[]) => Intent;

/** What can be said of a component before its Outputs are known. */
export interface Blueprint {
  readonly holes: readonly Hole[];
  /** One for each hole. */
  readonly standIns: readonly StandIn[];
  /** Planned with their values: how many policies there are, their names and directions stay as they are here. */
  readonly intent: Intent;
  /** The same with the other ones; undefined where these do not fit. */
  readonly other?: Intent;
  readonly sourcesOf: SourcesOf;
}

/**
 * Plans around what is not known yet.
 *
 * @throws PolicyError for what is wrong whatever the Outputs become, and for an Output on which the structure hangs
 */
export function blueprintOf(holes: readonly Hole[], plan: Planner): Blueprint {
  const { standIns, planned: intent } = fittingStandIns(holes, plan);
  const values = standIns.map(({ value }) => value);
  const probes = holes.map((hole, index): Probe => {
    const changed = plannedWith(plan, replaced(values, index, standIns[index].other));
    if (changed !== undefined && structureOf(changed) !== structureOf(intent)) throw decidesStructure(hole);
    return { hole, planned: [changed] };
  });
  const other = plannedWith(
    plan,
    standIns.map(each => each.other),
  );
  return { holes, standIns, intent, other, sourcesOf: sourcesIn(intent, probes) };
}

/** Values with another one in one place. */
export function replaced(values: readonly unknown[], index: number, value: unknown): unknown[] {
  return values.map((each, at) => (at === index ? value : each));
}

/** Undefined where the values do not fit, or one is missing. */
export function plannedWith(plan: Planner, values: readonly unknown[]): Intent | undefined {
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
