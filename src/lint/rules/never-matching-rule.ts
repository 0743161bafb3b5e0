import { LabelSelector } from '../../model/label-selector';
import { isUnsatisfiable, labelSpaceOf } from '../../model/label-space';
import { labelOf } from '../../model/labels';
import { PeerTerm } from '../../model/peer';
import { NAMESPACE_NAME_LABEL, Pods } from '../../model/pods';
import { Policy } from '../../model/policy';
import { LabelValue } from '../../model/value-set';
import { claimAbout, someOf } from '../claim';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject, peerPath, PlacedRule } from '../lint-subject';

export const neverMatchingRule: LintRule = {
  id: 'never-matching-rule',
  severity: 'warning',
  summary: 'A rule allows nobody that is there.',
  why: 'The connections that it is meant for stay closed, and nothing says so: a selector that matches nobody is valid.',
  fix: 'Correct the labels, or take the rule out.',
  check: subject => subject.rules.flatMap(placed => deadRule(placed, subject) ?? []),
};

/** Why a peer is nobody. */
interface Dead {
  readonly because: string;
  readonly fix?: string;
}

/** A rule is dead where each of its peers is. */
function deadRule(placed: PlacedRule, subject: LintSubject): Claim | undefined {
  const { policy, rule } = placed;
  const dead: Dead[] = [];
  for (const peer of rule.peers) {
    const reason = whyDead(peer, policy, subject);
    if (reason === undefined) return undefined;
    dead.push(reason);
  }
  const fix = dead.find(each => each.fix !== undefined)?.fix;
  return claimAbout(policy, {
    path: peerPath(placed, rule.peers[0]),
    message: `the rule allows nobody: ${someOf(dead.map(({ because }) => because))}`,
    fix,
  });
}

/** Undefined where the peer is somebody, or may be somebody who was not read. */
function whyDead(peer: PeerTerm, policy: Policy, subject: LintSubject): Dead | undefined {
  if (!(peer instanceof Pods) || subject.matched(peer, policy).size > 0) return undefined;
  const { podSelector, namespaceSelector } = peer;
  const impossible = [podSelector, namespaceSelector].find(selector => selector && isUnsatisfiable(selector));
  if (impossible !== undefined) return { because: `no labels at all fulfil ${impossible}` };
  const namespaces = namespaceSelector ? subject.namespacesOf(namespaceSelector) : [policy.namespace];
  if (namespaces.length === 0) return namespaceSelector && wrongNameLabel(namespaceSelector, subject);
  const known = namespaces.filter(name => subject.podsIn(name).length > 0);
  if (known.length === 0 || namespaces.some(name => subject.areServed(podSelector, name))) return undefined;
  const where = namespaceSelector?.selectsEverything ? 'any namespace' : `namespace ${someOf(known)}`;
  const instead = known.length === 1 ? whatThereIs(podSelector, known[0], subject) : '';
  return { because: `no pod in ${where} is ${podSelector}${instead}` };
}

/** The label that people take for the automatic one. */
const NAME = 'name';

/** Nobody has to be read for this: where no namespace has that label, it is not how namespaces are labeled here. */
function wrongNameLabel(selector: LabelSelector, { namespaces }: LintSubject): Dead | undefined {
  const asked = labelSpaceOf(selector).get(NAME);
  const isUsed = namespaces.some(({ labels }) => labelOf(labels, NAME) !== undefined);
  const isWrong = (value: LabelValue) => !isUsed || namespaces.some(({ name }) => name === value);
  const name = asked?.listed.find(value => asked.has(value) && isWrong(value));
  if (name === undefined) return undefined;
  return {
    because: `no namespace has the label ${NAME}=${name}, as far as they were read`,
    fix: `Write ${NAMESPACE_NAME_LABEL}: ${name}, the label that the API server gives to every namespace.`,
  };
}

/** The values that pods have of the first label that is asked for. */
function whatThereIs({ matchLabels }: LabelSelector, namespace: string, subject: LintSubject): string {
  const [key] = Object.keys(matchLabels);
  if (key === undefined) return '';
  const values = subject.podsIn(namespace).flatMap(({ labels }) => labelOf(labels, key) ?? []);
  const different = [...new Set(values)].sort();
  return different.length === 0
    ? `, none has a label ${key}`
    : `, there are ${someOf(different.map(value => `${key}=${value}`))}`;
}
