import { Direction, sectionOf } from '../../model/direction';
import { claimAbout } from '../claim';
import { LintRule } from '../lint-rule';

export const sectionWithoutEffect: LintRule = {
  id: 'section-without-effect',
  severity: 'warning',
  summary: 'A policy has a section for a direction that its policyTypes leave out.',
  why: 'The section counts for nothing: it neither isolates nor allows. `egress: []` alone denies no egress.',
  fix: 'Add the direction to policyTypes, or take the section out.',
  check: subject =>
    subject.cluster.policies.flatMap(policy =>
      (policy.withoutEffect ?? []).map(direction =>
        claimAbout(policy, {
          path: ['spec', sectionOf(direction)],
          message: `the policy isolates for ${OTHER[direction]} only, so spec.${sectionOf(direction)} has no effect`,
        }),
      ),
    ),
};

const OTHER = { [Direction.INGRESS]: 'egress', [Direction.EGRESS]: 'ingress' };
