import { Input } from '@pulumi/pulumi';
import { Direction } from '../model/direction';
import { Policy, Rule } from '../model/policy';
import { after, Hole } from './deferred';
import { RuleObject, ruleObjects } from './parts';
import { Settled } from './settled';

/** The rules of one direction of a policy, each with the holes that it depends on. */
export interface SourcedRules {
  readonly policy: Policy;
  readonly direction: Direction;
  readonly rules: readonly SourcedRule[];
}

interface SourcedRule {
  readonly rule: Rule;
  readonly sources: readonly Hole[];
}

/**
 * Rules as they are written: merged and in order as far as they are known, then one that is unknown for each other.
 *
 * What rules without secrets say by themselves is no secret.
 */
export function rulesSettled(
  { policy, direction, rules }: SourcedRules,
  sights: Settled['sights'],
): Input<RuleObject>[] {
  const written = (some: readonly SourcedRule[]) =>
    ruleObjects(
      policy,
      direction,
      some.map(({ rule }) => rule),
    );
  const known = rules.filter(({ sources }) => sources.every(hole => sights.get(hole)?.value !== undefined));
  const open = known.filter(({ sources }) => !sources.some(hole => sights.get(hole)?.isSecret));
  const openTexts = new Set(written(open).map(object => JSON.stringify(object)));
  return [
    ...written(known).map(object => fromSources(openTexts.has(JSON.stringify(object)) ? open : known, object)),
    ...rules.filter(rule => !known.includes(rule)).map(rule => fromSources([rule], {})),
  ];
}

/** An object as secret and as unknown as the rules that it is made of. */
function fromSources(rules: readonly SourcedRule[], object: RuleObject): Input<RuleObject> {
  const sources = [...new Set(rules.flatMap(rule => rule.sources))];
  return sources.length === 0 ? object : after(sources).apply(() => object);
}
