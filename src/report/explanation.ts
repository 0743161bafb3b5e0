import { Direction } from '../model/direction';
import { formatIp } from '../model/ip-address';
import { Participant } from '../verify/ends/connection';
import { Change } from '../verify/explain/changes';
import { Explanation } from '../verify/explain/explain';
import { EndExplanation, RuleMatch } from '../verify/explain/explain-end';
import { PortsExplanation } from '../verify/explain/explain-ports';
import { PortSets } from '../verify/sets/port-sets';
import { shortName } from './connection-list';
import { describePolicy, describeRule, VERDICT_IN_WORDS } from './names';
import { Paint, Style } from './paint';
import { describePorts } from './ports';

const STYLE = { allow: 'good', deny: 'bad', unknown: 'doubt' } as const satisfies Record<string, Style>;

/** Why ports are allowed or denied between two ends, for people: part by part. */
export function* explanationsLines(
  parts: readonly PortsExplanation[],
  portSets: PortSets,
  paint: Paint,
): Generator<string> {
  for (const [index, { ports, explanation }] of parts.entries()) {
    if (index > 0) yield '';
    yield* explanationLines(explanation, describePorts(portSets, ports), paint);
  }
}

/** Why a connection is allowed or denied, and what would change that, for people. @param ports in words */
export function explanationLines(explanation: Explanation, ports: string, paint: Paint): string[] {
  const { connection, verdict, ends, flip, flipped, differences } = explanation;
  const { from, to } = connection;
  return [
    `${paint('heading', `${nameOf(from)} -> ${nameOf(to)}, ${ports}:`)} ${paint(STYLE[verdict], VERDICT_IN_WORDS[verdict])}`,
    ...[from, to].flatMap(exampleLines).map(line => `  ${line}`),
    ...ends.flatMap(end => endLines(end, explanation, paint)).map(line => `  ${line}`),
    ...differences.map(difference => `  ${paint('doubt', difference)}`),
    ...(flip.length > 0 ? [`  to ${verdict === 'deny' ? 'allow' : 'deny'} ${flipped}:`] : []),
    ...flip.flatMap(changeLines).map(line => `    ${line}`),
  ];
}

function nameOf({ name }: Participant): string {
  return shortName(name);
}

/** What is explained of addresses that policies may tell from each other. */
function exampleLines({ address, blocks }: Participant): string[] {
  return address !== undefined && blocks?.areMixed ? [`explained for ${formatIp(address)}, the first of them`] : [];
}

function changeLines(change: Change): string[] {
  const direction = change.direction.toLowerCase();
  if (change.kind === 'isolate') return [`write a policy that isolates ${change.pods} for ${direction}`];
  if (change.kind === 'remove-rule') return [`remove ${describeRule(change)}`];
  const word = change.direction === Direction.INGRESS ? 'from' : 'to';
  return [`add to ${describePolicy(change.policy)}:`, `  ${direction} ${word} ${change.peer}, ${change.port}`];
}

function endLines(end: EndExplanation, { connection }: Explanation, paint: Paint): string[] {
  const [subject, other] =
    end.direction === Direction.INGRESS ? [connection.to, connection.from] : [connection.from, connection.to];
  const heading = `${end.direction.toLowerCase()} of ${nameOf(subject)}: ${paint(STYLE[end.verdict], VERDICT_IN_WORDS[end.verdict])}`;
  const isOutside = subject.workload === undefined;
  const why = isOutside ? ['outside the cluster no policy decides'] : whyLines(end, nameOf(other), paint);
  return [heading, ...why.map(line => `  ${line}`)];
}

function whyLines(end: EndExplanation, other: string, paint: Paint): string[] {
  const admin = end.admin.map(match => {
    const action = match.applies === 'yes' ? match.action : `perhaps ${match.action}`;
    return `${action} by ${describeRule({ ...match, direction: end.direction })}`;
  });
  const reasons = end.reasons.map(reason => paint('doubt', reason));
  if (end.isolatedBy.length > 0) return [...admin, ...isolationLines(end), ...ruleLines(end, other), ...reasons];
  return [...admin, ...(admin.length === 0 ? ['no policy isolates it'] : []), ...reasons];
}

function isolationLines({ isolatedBy }: EndExplanation): string[] {
  const [only, ...more] = isolatedBy.map(describePolicy);
  if (more.length === 0) return [`isolated by ${only}`];
  return ['isolated by', ...[only, ...more].map(policy => `  ${policy}`)];
}

function ruleLines({ rules }: EndExplanation, other: string): string[] {
  const matching = rules.filter(({ allows }) => allows !== 'no');
  const shown = matching.length > 0 ? matching : rules.filter(({ peer }) => peer !== 'no');
  return shown.length === 0 ? [`no rule names ${other}`] : shown.map(match => describeMatch(match, other));
}

function describeMatch(match: RuleMatch, other: string): string {
  if (match.allows === 'yes') return `allowed by ${describeRule(match)}`;
  if (match.allows === 'maybe') return `perhaps allowed by ${describeRule(match)}`;
  return `${describeRule(match)} names ${other}, but not this port`;
}
