import { AdminPolicy, AdminRule } from '../../src/model/admin-policy';
import { Cluster } from '../../src/model/cluster';
import { Direction } from '../../src/model/direction';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Change } from '../../src/verify/explain/changes';

/** The cluster as it is after some changes. */
export function applyChanges(cluster: Cluster, changes: readonly Change[]): Cluster {
  const isolated = changes.flatMap(change =>
    change.kind === 'isolate' ? [isolating(change.pods, change.direction)] : [],
  );
  const changed = cluster.policies.map(policy => changedPolicy(policy, changes));
  const adminPolicies = cluster.adminPolicies.map(policy => ({
    ...policy,
    ingress: withoutRules(policy, Direction.INGRESS, changes),
    egress: withoutRules(policy, Direction.EGRESS, changes),
  }));
  return { ...cluster, policies: [...changed, ...isolated], adminPolicies };
}

function withoutRules(policy: AdminPolicy, direction: Direction, changes: readonly Change[]): readonly AdminRule[] {
  const isGone = (index: number) =>
    changes.some(
      change =>
        change.kind === 'remove-rule' &&
        change.policy === policy &&
        change.direction === direction &&
        change.rule === index,
    );
  return (direction === Direction.INGRESS ? policy.ingress : policy.egress).filter((_, index) => !isGone(index));
}

function changedPolicy(policy: Policy, changes: readonly Change[]): Policy {
  return {
    ...policy,
    ingress: changedRules(policy, Direction.INGRESS, changes),
    egress: changedRules(policy, Direction.EGRESS, changes),
  };
}

function changedRules(policy: Policy, direction: Direction, changes: readonly Change[]): readonly Rule[] | undefined {
  const rules = direction === Direction.INGRESS ? policy.ingress : policy.egress;
  const mine = changes.flatMap(change =>
    change.kind !== 'isolate' && change.policy === policy && change.direction === direction ? [change] : [],
  );
  const removed = mine.flatMap(change => (change.kind === 'remove-rule' ? [change.rule] : []));
  const added = mine.flatMap(change => (change.kind === 'add-rule' ? [new Rule([change.peer], [change.port])] : []));
  return rules && [...rules.filter((_, index) => !removed.includes(index)), ...added];
}

function isolating({ namespace, podSelector }: Pods, direction: Direction): Policy {
  if (namespace === undefined) throw new Error('no policy is of several namespaces');
  return {
    name: 'isolate',
    namespace,
    podSelector,
    ingress: direction === Direction.INGRESS ? [] : undefined,
    egress: direction === Direction.EGRESS ? [] : undefined,
  };
}
