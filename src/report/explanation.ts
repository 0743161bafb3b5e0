import { Direction } from '../model/direction';
import { Change } from '../verify/changes';
import { Explanation } from '../verify/explain';
import { EndExplanation, RuleMatch } from '../verify/explain-end';
import { describeConnection, describePolicy } from './names';
import { Paint, Style } from './paint';

const STYLE = { allow: 'good', deny: 'bad', unknown: 'doubt' } as const satisfies Record<string, Style>;

const WORD = { allow: 'allowed', deny: 'denied', unknown: 'unknown' } as const;

/** Why a connection is allowed or denied, for people. */
export function explanationLines(explanation: Explanation, paint: Paint): string[] {
  const { connection, verdict, ends, flip, differences } = explanation;
  return [
    `${describeConnection(connection)}: ${paint(STYLE[verdict], WORD[verdict])}`,
    ...ends.flatMap(end => endLines(end, explanation, paint)),
    ...differences.map(difference => `  ${paint('doubt', difference)}`),
    ...(flip.length > 0 ? [paint('heading', verdict === 'deny' ? 'to allow it' : 'to deny it')] : []),
    ...flip.map(change => `  ${describeChange(change)}`),
  ];
}

/** A change in words. */
export function describeChange(change: Change): string {
  if (change.kind === 'isolate') return `isolate ${change.pods} for ${change.direction.toLowerCase()}`;
  const word = change.direction === Direction.INGRESS ? 'from' : 'to';
  const policy = describePolicy(change.policy);
  if (change.kind === 'add-rule') {
    return `add to ${policy}: ${change.direction.toLowerCase()} ${word} ${change.peer}, ${change.port}`;
  }
  return `remove from ${policy}: ${ruleName(change)}`;
}

/** `ingress rule 2`: people count from one. */
function ruleName({ direction, rule }: { direction: Direction; rule: number }): string {
  return `${direction.toLowerCase()} rule ${rule + 1}`;
}

function endLines(end: EndExplanation, { connection }: Explanation, paint: Paint): string[] {
  const subject = end.direction === Direction.INGRESS ? connection.to : connection.from;
  const heading = `${end.direction.toLowerCase()} of ${subject.name}: ${paint(STYLE[end.verdict], WORD[end.verdict])}`;
  return [`  ${heading}`, ...whyLines(end, paint).map(line => `    ${line}`)];
}

function whyLines(end: EndExplanation, paint: Paint): string[] {
  const admin = end.admin.map(({ policy, rule, action }) => `${describePolicy(policy)}, rule ${rule + 1}: ${action}`);
  if (end.isolatedBy.length === 0) return [...admin, ...(admin.length === 0 ? ['no policy isolates it'] : [])];
  const matching = end.rules.filter(({ allows }) => allows !== 'no');
  const shown = matching.length > 0 ? matching : end.rules.filter(({ peer }) => peer !== 'no');
  return [
    ...admin,
    `isolated by ${end.isolatedBy.map(describePolicy).join(', ')}`,
    ...shown.map(match => describeMatch(match)),
    ...(shown.length === 0 ? ['no rule names the other end'] : []),
    ...end.reasons.map(reason => paint('doubt', reason)),
  ];
}

function describeMatch(match: RuleMatch): string {
  const rule = `${describePolicy(match.policy)}, ${ruleName(match)}`;
  if (match.allows === 'yes') return `allowed by ${rule}`;
  if (match.allows === 'maybe') return `perhaps allowed by ${rule}`;
  return `${rule} names the other end, but not this port`;
}
