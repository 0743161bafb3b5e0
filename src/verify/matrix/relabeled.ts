import { AdminPolicy } from '../../model/admin-policy';
import { Cluster, Labels, Namespace } from '../../model/cluster';
import { LabelExpression } from '../../model/label-expression';
import { LabelSelector } from '../../model/label-selector';
import { PeerTerm } from '../../model/peer';
import { NAMESPACE_NAME_LABEL, Pods } from '../../model/pods';
import { Policy, Rule } from '../../model/policy';
import { PolicyWorld } from '../reach/enforcement';

/** The namespaces of two clusters. One that only the other has is taken to be the same in both. */
export function namespacesOf(one: Cluster, other: Cluster): Namespace[] {
  const names = new Set(one.namespaces.map(({ name }) => name));
  return [...one.namespaces, ...other.namespaces.filter(({ name }) => !names.has(name))];
}

/**
 * What the other cluster's policies say, in words for the namespaces of the one: where labels differ so that a selector
 * matches a namespace in one of them only, that namespace is named.
 */
export function inNamespacesOf(one: Cluster, other: Cluster): PolicyWorld {
  const labels = new Map(one.namespaces.map(each => [each.name, each.labels]));
  const relabeled = other.namespaces.flatMap(({ name, labels: own }) => {
    const before = labels.get(name);
    return before === undefined || isSame(before, own) ? [] : [{ name, before, own }];
  });
  return relabeled.length === 0 ? other : new Renaming(relabeled).world(other);
}

/** A namespace that has other labels in the one cluster. */
interface Relabeled {
  readonly name: string;
  readonly before: Labels;
  readonly own: Labels;
}

class Renaming {
  constructor(private readonly relabeled: readonly Relabeled[]) {}

  world({ policies, adminPolicies }: PolicyWorld): PolicyWorld {
    return {
      policies: policies.map(policy => this.policy(policy)),
      adminPolicies: adminPolicies.flatMap(policy => this.adminPolicy(policy)),
    };
  }

  private policy({ ingress, egress, ...policy }: Policy): Policy {
    const rules = (all: readonly Rule[]) => all.map(({ peers, ports }) => new Rule(this.peers(peers), ports));
    return { ...policy, ingress: ingress && rules(ingress), egress: egress && rules(egress) };
  }

  /** Policies of the same name and priority that have no subject in common decide as one. */
  private adminPolicy({ subject, ingress, egress, ...policy }: AdminPolicy): AdminPolicy[] {
    const rules = (all: AdminPolicy['ingress']) => all.map(rule => ({ ...rule, peers: this.peers(rule.peers) }));
    return this.pods(subject).map(each => ({
      ...policy,
      subject: each,
      ingress: rules(ingress),
      egress: rules(egress),
    }));
  }

  private peers(peers: readonly PeerTerm[]): PeerTerm[] {
    return peers.flatMap(peer => (peer instanceof Pods ? this.pods(peer) : [peer]));
  }

  private pods(pods: Pods): Pods[] {
    const { podSelector, namespaceSelector } = pods;
    const moved = this.relabeled.filter(
      ({ before, own }) => namespaceSelector?.matches(before) !== namespaceSelector?.matches(own),
    );
    if (namespaceSelector === undefined || moved.length === 0) return [pods];
    const matched = moved.filter(({ own }) => namespaceSelector.matches(own));
    const others = [...namespaceSelector.expressions, LabelExpression.notIn(NAMESPACE_NAME_LABEL, namesOf(moved))];
    const named = matched.length === 0 ? [] : [LabelExpression.in(NAMESPACE_NAME_LABEL, namesOf(matched))];
    return [others, ...named.map(each => [each])].map(all => Pods._of(podSelector, LabelSelector.matching(...all)));
  }
}

function namesOf(namespaces: readonly Relabeled[]): string[] {
  return namespaces.map(({ name }) => name);
}

function isSame(one: Labels, other: Labels): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key]);
}
