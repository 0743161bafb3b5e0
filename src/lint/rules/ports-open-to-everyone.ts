import { Direction } from '../../model/direction';
import { Anywhere } from '../../model/peer';
import { PortSets } from '../../verify/sets/port-sets';
import { claimAbout, someOf } from '../claim';
import { LintRule } from '../lint-rule';
import { LintSubject, PlacedRule } from '../lint-subject';

export const portsOpenToEveryone: LintRule = {
  id: 'ports-open-to-everyone',
  severity: 'info',
  summary: 'A rule with ports has no `from`, and opens them to everyone.',
  why: 'A `from` that was forgotten or lost reads the same as one that is not meant to be there.',
  fix: 'Name the peers. Where everyone is meant, leave the rule as it is.',
  check: subject =>
    subject.rules
      .filter(placed => opensPorts(placed, subject))
      .map(({ policy, path, rule: { ports } }) => {
        const open = `${someOf(ports.map(String))} ${ports.length === 1 ? 'is' : 'are'}`;
        return claimAbout(policy, { path, message: `the rule has no \`from\`, and so ${open} open to everyone` });
      }),
};

function opensPorts({ direction, rule }: PlacedRule, { reach }: LintSubject): boolean {
  if (direction !== Direction.INGRESS || rule.hasEmptyPeerList) return false;
  return rule.peers.some(peer => peer instanceof Anywhere) && reach.portSets.of(rule.ports) !== PortSets.ALL;
}
