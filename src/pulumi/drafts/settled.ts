import { isSecret, Output } from '@pulumi/pulumi';
import { Intent } from '../../patterns/pattern';
import { locating } from '../outputs/data';
import { Hole, Thunk } from '../outputs/deferred';
import { hiding } from '../refusal';
import { Blueprint, plannedWith, Planner, replaced } from './blueprint';
import { Probe, sourcesIn, SourcesOf } from './sources';

/** What there is to know of a hole, now that its Output is settled. */
export interface Sight<T = unknown> {
  readonly isSecret: boolean;
  /** Undefined where a preview cannot know it. */
  readonly value?: Thunk<T>;
}

/** A component, now that its Outputs are settled. */
export interface Settled {
  /** Planned with all that is known, and with stand-ins for the rest. */
  readonly intent: Intent;
  readonly sights: ReadonlyMap<Hole, Sight>;
  /** Of the holes that are secret or not known, those that a part depends on. */
  readonly sourcesOf: SourcesOf;
}

/**
 * Waits for the Outputs of a blueprint, and plans again.
 *
 * @throws PolicyError for what they must not become
 */
export async function settled({ holes, standIns }: Blueprint, plan: Planner): Promise<Settled> {
  const sights = await Promise.all(holes.map(sightOf));
  const values = holes.map((hole, index) => {
    const sight = sights[index];
    return sight.value === undefined ? standIns[index].value : valueAt(hole, sight);
  });
  const intent = hiding(sights.some(isSecretSight), () => plan(values));
  // What is the same with both stand-ins says nothing of a secret, nor will it be another for what is not known.
  const probes = holes.flatMap((hole, index): Probe[] => {
    if (isOpen(sights[index])) return [];
    const { value, other } = standIns[index];
    return [{ hole, planned: [value, other].map(each => plannedWith(plan, replaced(values, index, each))) }];
  });
  const sightsOf = new Map(holes.map((hole, index) => [hole, sights[index]]));
  return { intent, sights: sightsOf, sourcesOf: sourcesIn(intent, probes) };
}

/** Whether a value may be shown, and is there. */
export function isOpen(sight: Sight | undefined): boolean {
  return sight !== undefined && !sight.isSecret && sight.value !== undefined;
}

/** Whether it is not to be shown what a hole became. */
export function isSecretSight(sight: Sight): boolean {
  return sight.isSecret;
}

/** What a hole became; undefined where that is not known. @throws PolicyError for what it must not become */
export function valueAt({ path }: Hole, { isSecret: isHidden, value }: Sight): unknown {
  return value && hiding(isHidden, () => locating(path, value));
}

/** Waits for an Output, but not for a value that a preview does not know. */
export async function sightOf<T>({ thunk }: { readonly thunk: Output<Thunk<T>> }): Promise<Sight<T>> {
  let value: Thunk<T> | undefined;
  // What is unknown calls no function; whether it is secret is told in any case, and afterwards.
  const isHidden = await isSecret(thunk.apply(known => void (value = known)));
  return { isSecret: isHidden, value };
}
