import { Direction } from '../../model/direction';
import { Policy } from '../../model/policy';
import { Protocol } from '../../model/protocol';
import { claimAbout } from '../claim';
import { DNS_PORTS, includes, mayAllow } from '../dns';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject, PlacedRule } from '../lint-subject';

export const dnsOverUdpOnly: LintRule = {
  id: 'dns-over-udp-only',
  severity: 'warning',
  summary: 'A rule lets pods ask DNS servers over UDP and not over TCP.',
  why: 'Answers that do not fit into a datagram come over TCP (RFC 7766): some names fail, and only sometimes.',
  fix: 'Allow the same port over TCP as well.',
  check: subject => subject.rules.flatMap(placed => udpOnly(placed, subject) ?? []),
};

function udpOnly(placed: PlacedRule, subject: LintSubject): Claim | undefined {
  const { policy, direction, rule, path } = placed;
  if (direction === Direction.INGRESS) return undefined;
  const isOpen = (port: number) => includes(rule.ports, { protocol: Protocol.UDP, port }, subject);
  const port = DNS_PORTS.find(each => isOpen(each) && isClosed(policy, each, subject));
  if (port === undefined) return undefined;
  return claimAbout(policy, {
    path: [...path, 'ports'],
    message: `the rule allows UDP ${port}, and nothing allows TCP ${port} to the pods that it is for`,
  });
}

/** Whether pods that the policy selects have no way over TCP; where it selects none, its own rules count. */
function isClosed(policy: Policy, port: number, subject: LintSubject): boolean {
  const { reach } = subject;
  const pods = subject.selected(policy).ids;
  const closed = (policies: readonly Policy[], endpoint?: number) => {
    const admin = endpoint === undefined ? [] : reach.adminPoliciesOf(endpoint, Direction.EGRESS);
    return !mayAllow({ policies, admin }, { protocol: Protocol.TCP, port }, subject);
  };
  if (pods.length === 0) return closed([policy]);
  return closed([policy]) && pods.some(pod => closed(reach.policiesOf(pod, Direction.EGRESS), pod));
}
