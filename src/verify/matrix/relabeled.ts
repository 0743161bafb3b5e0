import { AdminPolicy } from '../../model/admin-policy';
import { Labels, Namespace } from '../../model/cluster';
import { LabelExpression } from '../../model/label-expression';
import { LabelSelector } from '../../model/label-selector';
import { PeerTerm } from '../../model/peer';
import { NAMESPACE_NAME_LABEL, Pods } from '../../model/pods';
import { Policy, Rule } from '../../model/policy';
import { PolicyWorld } from '../reach/enforcement';

/** The namespaces of two clusters. One that was read in the other only is taken to be the same in both. */
export function namespacesOf(ours: readonly Namespace[], theirs: readonly Namespace[]): Namespace[] {
  const all = [...theirs, ...ours];
  return [...new Map([...all, ...all.filter(isRead)].map(each => [each.name, each])).values()];
}

/**
 * What policies say, in words for our namespaces instead of theirs: where labels that were read differ so that a selector matches a
 * namespace in one of them only, that namespace is named.
 */
export function inOurNamespaces(
  world: PolicyWorld,
  ours: readonly Namespace[],
  theirs: readonly Namespace[],
): PolicyWorld {
  const labels = new Map(ours.filter(isRead).map(each => [each.name, each.labels]));
  const relabeled = theirs.filter(isRead).flatMap(({ name, labels: their }) => {
    const our = labels.get(name);
    return our === undefined || isSame(our, their) ? [] : [{ name, our, their }];
  });
  return relabeled.length === 0 ? world : new Renaming(relabeled).world(world);
}

interface Relabeled {
  readonly name: string;
  readonly our: Labels;
  readonly their: Labels;
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
    const { podSelector, namespaceSelector: selector } = pods;
    if (selector === undefined) return [pods];
    const moved = this.relabeled.filter(({ our, their }) => selector.matches(our) !== selector.matches(their));
    if (moved.length === 0) return [pods];
    const others = [...selector.expressions, ...named('notIn', moved)];
    const matched = moved.filter(({ their }) => selector.matches(their));
    return [others, named('in', matched)]
      .filter(({ length }) => length > 0)
      .map(all => Pods._of(podSelector, LabelSelector.matching(...all)));
  }
}

/** None where no namespace is to be named. */
function named(operator: 'in' | 'notIn', namespaces: readonly Relabeled[]): LabelExpression[] {
  if (namespaces.length === 0) return [];
  const names = namespaces.map(({ name }) => name);
  return [LabelExpression[operator](NAMESPACE_NAME_LABEL, names)];
}

function isRead({ isOnlyNamed }: Namespace): boolean {
  return isOnlyNamed !== true;
}

function isSame(one: Labels, other: Labels): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key]);
}
