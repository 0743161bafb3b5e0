import { isSecret, Output } from '@pulumi/pulumi';
import { Intent } from '../patterns/pattern';
import { Blueprint, Planner } from './blueprint';
import { locating } from './data';
import { Hole, Thunk } from './deferred';

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
}

/**
 * Waits for the Outputs of a blueprint, and plans again.
 *
 * @throws PolicyError for what they must not become
 */
export async function settled({ holes, values }: Blueprint, plan: Planner): Promise<Settled> {
  const sights = await Promise.all(holes.map(sightOf));
  const known = holes.map(({ path }, index) => {
    const { value } = sights[index];
    return value === undefined ? values[index] : locating(path, value);
  });
  return { intent: plan(known), sights: new Map(holes.map((hole, index) => [hole, sights[index]])) };
}

/** Waits for an Output, but not for a value that a preview does not know. */
export async function sightOf<T>({ thunk }: { readonly thunk: Output<Thunk<T>> }): Promise<Sight<T>> {
  let value: Thunk<T> | undefined;
  // What is unknown calls no function; whether it is secret is told in any case, and afterwards.
  const isHidden = await isSecret(thunk.apply(known => void (value = known)));
  return { isSecret: isHidden, value };
}
