import { AdminAction, AdminPolicy } from '../../model/admin-policy';
import { Direction, sectionOf } from '../../model/direction';
import { Policy } from '../../model/policy';
import { Protocol } from '../../model/protocol';
import { adminEnforcement } from '../reach/enforcement';
import { egressGrants, Grant, ingressGrants, PeersAndPorts } from '../reach/grants';
import { Reach } from '../reach/reach';

/** How something bears on a connection. */
export type Match = 'yes' | 'no' | 'maybe';

/** A rule of a policy that isolates an end, and how it bears on the connection. */
export interface RuleMatch {
  readonly policy: Policy;
  readonly direction: Direction;
  /** Index among the policy's rules of that direction. */
  readonly rule: number;
  /** Whether the other end is one of its peers. */
  readonly peer: Match;
  /** Whether it allows the connection. */
  readonly allows: Match;
  readonly reason?: string;
}

/** A rule of an administrator that matches the connection, or may. */
export interface AdminMatch {
  readonly policy: AdminPolicy;
  /** Index among the policy's rules of that direction. */
  readonly rule: number;
  readonly action: AdminAction;
  readonly applies: 'yes' | 'maybe';
}

/** What decides at one end. */
export interface EndExplanation {
  readonly direction: Direction;
  readonly verdict: 'allow' | 'deny' | 'unknown';
  /** The NetworkPolicies that isolate this end. */
  readonly isolatedBy: readonly Policy[];
  readonly rules: readonly RuleMatch[];
  /** Rules of administrators that match, in the order in which they are asked. */
  readonly admin: readonly AdminMatch[];
  readonly reasons: readonly string[];
}

/** An end of a connection: whose policies are asked, and who is at the other end. */
export interface EndOf {
  readonly direction: Direction;
  readonly subject: number;
  readonly other: number;
  readonly protocol: Protocol;
  readonly port: number;
}

/** Asks every rule that could decide at an end, each by itself. */
export function explainEnd(reach: Reach, end: EndOf): EndExplanation {
  const { direction, subject, other } = end;
  const grants = reach
    .access(subject, direction)
    .grants.filter(({ peers, ports }) => peers.has(other) && hasPort(reach, ports, end));
  const isolatedBy = reach.policiesOf(subject, direction);
  const verdict = grants.some(({ sure }) => sure) ? 'allow' : grants.length > 0 ? 'unknown' : 'deny';
  return {
    direction,
    verdict,
    isolatedBy,
    rules: isolatedBy.flatMap(policy =>
      rulesOf(policy, direction).map((rule, index) => matchOf(reach, end, { policy, rule, index })),
    ),
    admin: adminMatches(reach, end),
    reasons: verdict === 'unknown' ? [...new Set(grants.flatMap(({ reason }) => reason ?? []))] : [],
  };
}

function rulesOf(policy: Policy, direction: Direction): readonly PeersAndPorts[] {
  return policy[sectionOf(direction)] ?? [];
}

function matchOf(
  reach: Reach,
  end: EndOf,
  { policy, rule, index }: { policy: Policy; rule: PeersAndPorts; index: number },
): RuleMatch {
  const about = grantsOf(reach, end, { rule, namespace: policy.namespace }).filter(({ peers }) => peers.has(end.other));
  const allowing = about.filter(({ ports }) => hasPort(reach, ports, end));
  const peer = rule.peers
    .map(each => reach.endpoints.match(each, policy.namespace))
    .map(({ sure, maybe }) => {
      if (sure.has(end.other)) return 'yes';
      return maybe.has(end.other) ? 'maybe' : 'no';
    });
  return {
    policy,
    direction: end.direction,
    rule: index,
    peer: strongest(peer),
    allows: strongest(allowing.map(({ sure }) => (sure ? 'yes' : 'maybe'))),
    reason: allowing.find(({ reason }) => reason !== undefined)?.reason,
  };
}

function adminMatches(reach: Reach, end: EndOf): AdminMatch[] {
  return reach.adminPoliciesOf(end.subject, end.direction).flatMap(policy => {
    const isInForce = adminEnforcement(reach.assumptions.engine, policy) === 'enforced';
    return policy[sectionOf(end.direction)].flatMap((rule, index) => {
      const matches = grantsOf(reach, end, { rule }).filter(
        ({ peers, ports }) => peers.has(end.other) && hasPort(reach, ports, end),
      );
      const applies = isInForce && matches.some(({ sure }) => sure) ? 'yes' : 'maybe';
      return matches.length > 0 ? [{ policy, rule: index, action: rule.action, applies }] : [];
    });
  });
}

function grantsOf(
  { endpoints, rulePorts }: Reach,
  end: EndOf,
  { rule, namespace }: { rule: PeersAndPorts; namespace?: string },
): Grant[] {
  const context = { endpoints, rulePorts, namespace };
  return end.direction === Direction.INGRESS ? ingressGrants(rule, context, end.subject) : egressGrants(rule, context);
}

function hasPort({ portSets }: Reach, ports: number, { protocol, port }: EndOf): boolean {
  return portSets.has(ports, protocol, port);
}

function strongest(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('maybe') ? 'maybe' : 'no';
}
