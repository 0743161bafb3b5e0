import { API_ALONE, Assumptions } from '../model/assumptions';
import { Cluster } from '../model/cluster';
import { byLocation } from '../model/origin';
import { pathInWords } from '../model/path';
import { Claim, LintFinding, LintRule } from './lint-rule';
import { LINT_RULES } from './lint-rules';
import { LintSubject } from './lint-subject';

/**
 * What in a cluster's policies is hardly what their authors mean: by place, then in the order of the rules.
 *
 * A rule that fails is a finding itself, and keeps no other from being asked.
 */
export function lint(
  cluster: Cluster,
  assumptions: Assumptions = API_ALONE,
  rules: Iterable<LintRule> = LINT_RULES,
): LintFinding[] {
  const subject = new LintSubject(cluster, assumptions);
  return Array.from(rules, rule => findingsOf(rule, subject))
    .flat()
    .sort(byLocation);
}

function findingsOf(rule: LintRule, subject: LintSubject): LintFinding[] {
  if (rule.needsEngine && subject.engine === undefined) return [];
  try {
    return Array.from(rule.check(subject), claim => findingOf(rule, claim));
  } catch (error) {
    const message = `the rule could not be checked: ${error instanceof Error ? error.message : String(error)}`;
    return [findingOf(rule, { object: 'cluster', message, fix: 'report this as a bug', severity: 'error' })];
  }
}

function findingOf(rule: LintRule, claim: Claim): LintFinding {
  const { object, origin, path, message, fix = rule.fix, severity = rule.severity } = claim;
  const { file, line, column } = origin?.at(path) ?? {};
  return { rule: rule.id, severity, object, path: path && pathInWords(path), file, line, column, message, fix };
}
