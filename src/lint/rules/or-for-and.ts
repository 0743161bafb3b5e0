import { Direction } from '../../model/direction';
import { Pods } from '../../model/pods';
import { Policy } from '../../model/policy';
import { claimAbout } from '../claim';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject, peerPath, PlacedRule } from '../lint-subject';

export const orForAnd: LintRule = {
  id: 'or-for-and',
  severity: 'warning',
  summary: 'Namespaces and pods stand in two items of a list, where one item seems to be meant.',
  why: 'Items of a list are alternatives: the rule allows every pod of those namespaces.',
  fix: 'Write namespaceSelector and podSelector in one item: no dash before the second.',
  check: subject => subject.rules.flatMap(placed => mistake(placed, subject) ?? []),
};

/** Two peers, one of namespaces and one of pods, that seem to be one. */
function mistake(placed: PlacedRule, subject: LintSubject): Claim | undefined {
  const { policy, rule } = placed;
  const pods = rule.peers.filter(isPeer);
  const namespaces = pods.filter(
    ({ podSelector, namespaceSelector }) => namespaceSelector && podSelector.selectsEverything,
  );
  const labeled = pods.filter(
    ({ podSelector, namespaceSelector }) => !namespaceSelector && !podSelector.selectsEverything,
  );
  for (const { namespaceSelector } of namespaces) {
    for (const peer of labeled) {
      const together = Pods._of(peer.podSelector, namespaceSelector);
      if (isMeant(together, peer, { policy, subject })) return claim(placed, together, peer);
    }
  }
  return undefined;
}

/** Together they are somebody who is there, or may be, where the pods by themselves are nobody. */
function isMeant(together: Pods, peer: Pods, { policy, subject }: { policy: Policy; subject: LintSubject }): boolean {
  if (subject.matched(together, policy).size > 0) return true;
  const { namespace } = policy;
  const namespaces = together.namespaceSelector ? subject.namespacesOf(together.namespaceSelector) : [];
  const mayBeThere = namespaces.every(name => subject.podsIn(name).length === 0);
  const isNobody = subject.podsIn(namespace).length > 0 && subject.matched(peer, policy).size === 0;
  return mayBeThere && isNobody && !subject.areServed(peer.podSelector, namespace);
}

function claim(placed: PlacedRule, meant: Pods, peer: Pods): Claim {
  const { policy, direction } = placed;
  const all = Pods._of(Pods.all().podSelector, meant.namespaceSelector);
  const word = direction === Direction.INGRESS ? 'from' : 'to';
  return claimAbout(policy, {
    path: peerPath(placed, peer),
    message: `the rule allows ${word} ${all}, and besides ${word} ${peer} in namespace ${policy.namespace}; it seems to mean ${meant}`,
  });
}

function isPeer(peer: unknown): peer is Pods {
  return peer instanceof Pods;
}
