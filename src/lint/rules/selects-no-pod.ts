import { isUnsatisfiable } from '../../model/label-space';
import { Policy } from '../../model/policy';
import { claimAbout } from '../claim';
import { LintRule } from '../lint-rule';
import { LintSubject } from '../lint-subject';

export const selectsNoPod: LintRule = {
  id: 'selects-no-pod',
  severity: 'warning',
  summary: 'A policy selects no pod, although pods of its namespace were read.',
  why: 'It isolates nobody and allows nothing: the pods that it is meant for are as open as before.',
  fix: "Correct podSelector or metadata.namespace: a policy selects pods of its own namespace only, by the pods' labels.",
  check: subject =>
    subject.cluster.policies.flatMap(policy => {
      const message = whyNone(policy, subject);
      return message === undefined ? [] : [claimAbout(policy, { path: ['spec', 'podSelector'], message })];
    }),
};

function whyNone(policy: Policy, subject: LintSubject): string | undefined {
  const { podSelector, namespace } = policy;
  if (isUnsatisfiable(podSelector)) return `no labels at all fulfil ${podSelector}`;
  const isSomebody = subject.selected(policy).size > 0 || subject.areServed(podSelector, namespace);
  if (subject.podsIn(namespace).length === 0 || isSomebody) return undefined;
  return `no pod in namespace ${namespace} is ${podSelector}`;
}
