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
 * Which holes are in which parts: those are that another value changes.
 *
 * A hole that changes no part was swallowed, as an address is by a block around it: it may be in any of them.
 */
export function sourcesIn(intent: Intent, probes: readonly Probe[]): SourcesOf {
  if (probes.length === 0) return () => [];
  const parts = [...partsOf(intent)];
  const sources = new Map(parts.map(([part]): [string, Hole[]] => [part, []]));
  for (const { hole, planned } of probes) {
    const others = planned.map(each => each && partsOf(each));
    const changed = parts.filter(([part, text]) => others.some(other => other?.get(part) !== text));
    for (const [part] of changed.length > 0 ? changed : parts) sources.get(part)?.push(hole);
  }
  return part => sources.get(part) ?? probes.map(({ hole }) => hole);
}
