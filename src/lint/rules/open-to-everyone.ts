import { Direction } from '../../model/direction';
import { claimAbout } from '../claim';
import { everyoneOf } from '../everyone';
import { LintRule } from '../lint-rule';

export const openToEveryone: LintRule = {
  id: 'open-to-everyone',
  severity: 'warning',
  summary: 'A rule opens every port of its pods to everyone.',
  why: 'An empty rule, or one without peers and ports, allows all: such pods might as well not be isolated.',
  fix: 'Name the peers or the ports. To isolate and allow nothing, write no rule: `ingress: []`.',
  check: subject =>
    subject.rules.flatMap(({ policy, direction, rule, path }) => {
      const everyone = direction === Direction.INGRESS ? everyoneOf(rule, subject) : undefined;
      return everyone === undefined
        ? []
        : [claimAbout(policy, { path, message: `the rule opens every port to ${everyone}` })];
    }),
};
