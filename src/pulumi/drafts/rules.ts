import { Input } from '@pulumi/pulumi';
import { Direction } from '../../model/direction';
import { PlannedPolicy, Rule } from '../../model/policy';
import { Hole } from '../outputs/deferred';
import { RuleObject, ruleObjects } from './parts';
import { Settled } from './settled';

/** The rules of one direction of a policy, each with the holes that it depends on. */
export interface SourcedRules {
  readonly policy: PlannedPolicy;
  readonly direction: Direction;
  readonly rules: readonly SourcedRule[];
}

interface SourcedRule {
  readonly rule: Rule;
  readonly sources: readonly Hole[];
}

/** Makes a value as secret and as unknown as the holes that it comes from. */
export type Joining = <T>(sources: readonly Hole[], value: T) => Input<T>;

/**
 * Rules as they are written: merged and in order as far as they are known, then one that is unknown for each other.
 *
 * What rules without secrets say by themselves is no secret.
 */
export function mergedRules(
  { policy, direction, rules }: SourcedRules,
  { sights, from }: Pick<Settled, 'sights'> & { readonly from: Joining },
): Input<RuleObject>[] {
  const written = (some: readonly SourcedRule[]) => ruleObjects(policy, direction, rulesIn(some));
  const known = rules.filter(({ sources }) => sources.every(hole => sights.get(hole)?.value !== undefined));
  const open = known.filter(({ sources }) => !sources.some(hole => sights.get(hole)?.isSecret));
  const openTexts = new Set(written(open).map(object => JSON.stringify(object)));
  const isOpen = (object: RuleObject) => openTexts.has(JSON.stringify(object));
  return [
    ...written(known).map(object => from(sourcesIn(isOpen(object) ? open : known), object)),
    ...rules.filter(rule => !known.includes(rule)).map(({ sources }) => from(sources, {})),
  ];
}

function rulesIn(rules: readonly SourcedRule[]): Rule[] {
  return rules.map(({ rule }) => rule);
}

function sourcesIn(rules: readonly SourcedRule[]): Hole[] {
  return [...new Set(rules.flatMap(({ sources }) => sources))];
}
