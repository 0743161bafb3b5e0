import { specManifest } from '../../emit/network-policy';
import { peerManifest } from '../../emit/peer';
import { selectorManifest } from '../../emit/selector';
import { Direction, DIRECTIONS } from '../../model/direction';
import { PlannedPolicy, Rule } from '../../model/policy';
import { Intent } from '../../patterns/pattern';
import { policyOf } from '../../patterns/plan';

/** One rule as an object of the API. */
export type RuleObject = object;

/** The names of what is written for a group; rules have {@link ruleNames}. */
export const partNames = {
  annotation: (key: string) => `annotation ${key}`,
  namespace: (group: number) => `${group} namespace`,
  podSelector: (group: number) => `${group} podSelector`,
};

/**
 * A name for each rule of one direction, in the order of the plan: all that it says, before anything is merged.
 *
 * With other values rules may have another order. Where there are more or fewer of them, nobody knows which are whose:
 * then none has its name any more.
 */
export function ruleNames(policy: PlannedPolicy, group: number, direction: Direction): string[] {
  const rules = rulesOf(policy, direction);
  const counts = new Map<string, number>();
  return rules.map(({ peers, ports }) => {
    const text = JSON.stringify([peers.map(term => peerManifest(term, policy.namespace)), ports]);
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return `${group} ${direction} ${rules.length} ${text} ${count}`;
  });
}

/** All that a component writes as texts, part by part. */
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
      ruleNames(policy, group, direction).map((name): [string, string] => [name, name]),
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
