import { appendTo } from '../../model/append-to';
import { Workload } from '../../model/cluster';
import { Direction, DIRECTIONS, sectionOf } from '../../model/direction';
import { Policy } from '../../model/policy';
import { podsInWords } from '../claim';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject } from '../lint-subject';

export const missingDefaultDeny: LintRule = {
  id: 'missing-default-deny',
  severity: 'info',
  summary: 'A namespace has policies, and pods that none of them isolates.',
  why: 'Those pods accept or send everything, and so does every pod that comes without a policy of its own.',
  fix: 'Isolate all pods of the namespace: the DefaultDeny construct, or a policy with `podSelector: {}` and no rules.',
  check: subject => DIRECTIONS.flatMap(direction => claims(direction, subject)),
};

/** Namespaces of which some pods are isolated in a direction, and others are not. */
function claims(direction: Direction, subject: LintSubject): Claim[] {
  const open = openPods(direction, subject);
  const reported = new Map<string, Policy>();
  for (const policy of subject.cluster.policies) {
    const { namespace } = policy;
    const isolates = policy[sectionOf(direction)] !== undefined;
    if (isolates && open.has(namespace) && !reported.has(namespace)) reported.set(namespace, policy);
  }
  return [...reported].map(([namespace, { origin }]) => ({
    object: `Namespace/${namespace}`,
    origin,
    message: `no policy isolates ${podsInWords(open.get(namespace) ?? [])} for ${direction.toLowerCase()}`,
  }));
}

function openPods(direction: Direction, subject: LintSubject): Map<string, Workload[]> {
  const open = new Map<string, Workload[]>();
  for (const { endpoint, pods, policies } of subject.podGroups(direction)) {
    if (policies.length > 0 || subject.reach.adminPoliciesOf(endpoint, direction).length > 0) continue;
    for (const pod of pods) appendTo(open, pod.namespace, pod);
  }
  return open;
}
