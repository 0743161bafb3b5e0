import { specManifest } from '../emit/network-policy';
import { selectorManifest } from '../emit/selector';
import { Direction, DIRECTIONS } from '../model/direction';
import { PlannedPolicy, Rule } from '../model/policy';
import { Intent } from '../patterns/pattern';
import { policyOf } from '../patterns/plan';

/** One rule as an object of the API. */
export type RuleObject = object;

/** The names of what is written for a group. */
export const partNames = {
  annotation: (key: string) => `annotation ${key}`,
  namespace: (group: number) => `${group} namespace`,
  podSelector: (group: number) => `${group} podSelector`,
  rule: (group: number, direction: Direction, rule: number) => `${group} ${direction} ${rule}`,
};

/** All that a component writes as texts, part by part, before rules are merged. */
export function partsOf({ plan, annotations = {} }: Intent): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(annotations).map(([key, text]): [string, string] => [partNames.annotation(key), text]),
    ...plan.groups.flatMap((group, index) => groupParts(policyOf(group, plan), index)),
  ]);
}

function groupParts(policy: PlannedPolicy, group: number): [string, string][] {
  return [
    [partNames.namespace(group), policy.namespace ?? ''],
    [partNames.podSelector(group), JSON.stringify(selectorManifest(policy.podSelector))],
    ...DIRECTIONS.flatMap(direction =>
      rulesOf(policy, direction).map((rule, index): [string, string] => [
        partNames.rule(group, direction, index),
        JSON.stringify(ruleObjects(policy, direction, [rule])),
      ]),
    ),
  ];
}

/** The rules of one direction, in the order of the plan. */
export function rulesOf({ ingress = [], egress = [] }: PlannedPolicy, direction: Direction): readonly Rule[] {
  return direction === Direction.INGRESS ? ingress : egress;
}

/** Rules of a policy as they are written, merged and in order. */
export function ruleObjects(
  policy: PlannedPolicy,
  direction: Direction,
  rules: readonly Rule[],
): readonly RuleObject[] {
  const only =
    direction === Direction.INGRESS ? { ingress: rules, egress: undefined } : { ingress: undefined, egress: rules };
  const { ingress = [], egress = [] } = specManifest({ ...policy, ...only });
  return [...ingress, ...egress];
}
