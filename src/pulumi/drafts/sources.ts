import { Intent } from '../../patterns/pattern';
import { Hole } from '../outputs/deferred';
import { partsOf } from './parts';

/** A component planned with other values in one hole; undefined where one does not fit. */
export interface Probe {
  readonly hole: Hole;
  readonly planned: readonly (Intent | undefined)[];
}

/** The holes that a part depends on, one of {@link partsOf}. */
export type SourcesOf = (part: string) => readonly Hole[];

/**
 * Which holes are in which parts: those that another value changes.
 *
 * A hole that changes no part is in none, as the namespace of a component whose pods say their own: parts are compared
 * before rules are merged, and with what a secret became, so that none is swallowed.
 */
export function sourcesIn(intent: Intent, probes: readonly Probe[]): SourcesOf {
  if (probes.length === 0) return () => [];
  const parts = [...partsOf(intent)];
  const sources = new Map(parts.map(([part]): [string, Hole[]] => [part, []]));
  for (const { hole, planned } of probes) {
    const others = planned.map(each => each && partsOf(each));
    const changed = parts.filter(([part, text]) => others.some(other => other?.get(part) !== text));
    for (const [part] of changed) sources.get(part)?.push(hole);
  }
  return part => sources.get(part) ?? probes.map(({ hole }) => hole);
}
