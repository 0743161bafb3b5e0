import { Assumptions } from '../../model/assumptions';
import { Cluster } from '../../model/cluster';
import { Policy } from '../../model/policy';
import { Connection } from '../ends/connection';
import { connectionOf } from '../space/participants';
import { Questions } from '../space/questions';
import { Space } from '../space/space';

/** A connection between pods or addresses that could exist, or why it cannot be told whether there is one. */
export type Possible = Connection | { readonly reason: string };

/** Beyond this many policies of one side the question takes seconds. */
const MOST_POLICIES = 50;

/**
 * A connection that one cluster's policies allow and the other's deny, whoever is there: also for pods that were not
 * read, such as those that answer DNS queries. Undefined where there is none.
 *
 * Asks the policies of namespaces in which one differs: what those of others say of their end is left open.
 */
export function allowedBeyond(one: Cluster, other: Cluster, assumptions: Assumptions): Possible | undefined {
  const touched = touchedNamespaces(one.policies, other.policies);
  if (touched.size === 0 && one.adminPolicies.length + other.adminPolicies.length === 0) return undefined;
  const worlds = [one, other].map(({ policies, adminPolicies }) => {
    return { policies: policies.filter(({ namespace }) => touched.has(namespace)), adminPolicies };
  });
  if (worlds.some(({ policies }) => policies.length > MOST_POLICIES)) {
    return { reason: `policies differ in namespaces that have more than ${MOST_POLICIES} of them` };
  }
  const space = new Space(namespacesOf(one, other), assumptions);
  const [allowing, denying] = worlds.map(world => new Questions(space, world));
  const found = allowing.anyAllowedBeyond(denying);
  if (found.verdict === 'none') return undefined;
  return found.verdict === 'some' ? connectionOf(found.witness) : { reason: found.reason };
}

/** Namespaces in which policies do not say the same. */
function touchedNamespaces(one: readonly Policy[], other: readonly Policy[]): ReadonlySet<string | undefined> {
  const [ours, theirs] = [one, other].map(policies => new Map(policies.map(policy => [inWords(policy), policy])));
  const different = [...ours, ...theirs].filter(([words]) => !ours.has(words) || !theirs.has(words));
  return new Set(different.map(([, { namespace }]) => namespace));
}

/** All that a policy says; its name says nothing. */
function inWords({ namespace, podSelector, ingress, egress }: Policy): string {
  const directions = [ingress, egress].map(rules => rules?.map(({ peers, ports }) => [peers.join(), ports.join()]));
  return JSON.stringify([namespace, String(podSelector), ...directions]);
}

/** Their labels are those of the cluster that allows. */
function namespacesOf(one: Cluster, other: Cluster): Cluster['namespaces'] {
  const names = new Set(one.namespaces.map(({ name }) => name));
  return [...one.namespaces, ...other.namespaces.filter(({ name }) => !names.has(name))];
}
