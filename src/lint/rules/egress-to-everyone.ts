import { Direction } from '../../model/direction';
import { claimAbout } from '../claim';
import { everyoneOf } from '../everyone';
import { LintRule } from '../lint-rule';

export const egressToEveryone: LintRule = {
  id: 'egress-to-everyone',
  severity: 'info',
  summary: 'A rule lets its pods send to everyone, on every port.',
  why: 'Whoever takes over such a pod reaches the rest of the cluster, metadata services and the internet from it.',
  fix: 'Name the peers or the ports. To isolate and allow nothing, write no rule: `egress: []`.',
  check: subject =>
    subject.rules.flatMap(({ policy, direction, rule, path }) => {
      const everyone = direction === Direction.EGRESS ? everyoneOf(rule, subject) : undefined;
      return everyone === undefined
        ? []
        : [claimAbout(policy, { path, message: `the rule lets pods send to ${everyone}, on every port` })];
    }),
};
