import { Direction, sectionOf } from '../../model/direction';
import { Policy } from '../../model/policy';
import { claimAbout } from '../claim';
import { LintRule } from '../lint-rule';

export const oneDirection: LintRule = {
  id: 'one-direction',
  severity: 'warning',
  summary: 'A policy that denies all, by its name, denies one direction.',
  why: 'In the other direction the pods stay as open as before.',
  fix: 'Write both directions into policyTypes, or put the one that is meant into the name.',
  check: subject =>
    subject.cluster.policies.flatMap(policy => {
      const open = openDirection(policy);
      if (open === undefined || subject.policiesIn(policy.namespace).some(other => isolatesAll(other, open))) return [];
      const message = `the policy is named ${policy.name}, and nothing isolates all pods for ${open.toLowerCase()}`;
      return [claimAbout(policy, { path: ['spec', 'policyTypes'], message })];
    }),
};

/** Only a name tells what an author meant: one that speaks of all, and of no direction. */
const DENIES_ALL = /(deny|block|isolate)-?all|all-?(deny|block)|default-deny-all/i;
const ONE_DIRECTION = /ingress|egress|inbound|outbound|incoming|outgoing|traffic-(to|from)/i;

/** The direction in which a policy for a whole namespace does not do what its name says. */
function openDirection({ name, podSelector, ingress, egress }: Policy): Direction | undefined {
  const deniesAll = DENIES_ALL.test(name) && !ONE_DIRECTION.test(name) && podSelector.selectsEverything;
  if (!deniesAll || ingress?.length || egress?.length) return undefined;
  if (ingress === undefined) return Direction.INGRESS;
  return egress === undefined ? Direction.EGRESS : undefined;
}

function isolatesAll(policy: Policy, direction: Direction): boolean {
  return policy[sectionOf(direction)] !== undefined && policy.podSelector.selectsEverything;
}
