import { AdminPolicy } from '../../model/admin-policy';
import { Direction, DIRECTIONS, sectionOf } from '../../model/direction';
import { Policy } from '../../model/policy';
import { PolicyWorld } from '../reach/enforcement';

/** A policy as a whole, or one of its rules. */
export interface Part {
  readonly policy: Policy | AdminPolicy;
  readonly rule?: {
    readonly direction: Direction;
    /** From 0, among the rules of the direction. */
    readonly index: number;
  };
}

/** Every policy, and every rule of it. */
export function partsOf({ policies, adminPolicies }: PolicyWorld): Part[] {
  return [...policies, ...adminPolicies].flatMap(policy => [
    { policy },
    ...DIRECTIONS.flatMap(direction =>
      (policy[sectionOf(direction)] ?? []).map((_, index) => ({ policy, rule: { direction, index } })),
    ),
  ]);
}

/** The policies without a part of them. */
export function without({ policies, adminPolicies }: PolicyWorld, part: Part): PolicyWorld {
  return { policies: withoutIn(policies, part), adminPolicies: withoutIn(adminPolicies, part) };
}

function withoutIn<P extends Policy | AdminPolicy>(policies: readonly P[], { policy, rule }: Part): P[] {
  return policies.flatMap(each => {
    if (each !== policy) return [each];
    if (rule === undefined) return [];
    const section = sectionOf(rule.direction);
    return [{ ...each, [section]: (each[section] ?? []).filter((_: unknown, index: number) => index !== rule.index) }];
  });
}
