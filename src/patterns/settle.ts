import { containsPods } from '../model/label-space';
import { PeerTerm, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { checkPolicyName, Place } from './place';
import { End, Group, isGroup, NamedGroup, Plan, SettledPlan, termsAt } from './plan';

/**
 * Puts a plan in its place: policies get their names, pods the construct's namespace unless they say their own.
 *
 * @throws PolicyError for what no policies can say
 */
export function settle({ groups, connections }: Plan, place: Place): SettledPlan {
  const settled = groups.map(group => settleGroup(group, place));
  const settleEnd = (end: End): End =>
    isGroup(end) ? settled[groups.indexOf(end)] : termsOf(end).map(term => inPlace(term, place));
  const plan = {
    groups: settled,
    connections: connections.map(({ from, to, ports }) => ({ from: settleEnd(from), to: settleEnd(to), ports })),
  };
  if (settled.length > 1) refuseOverlap(settled);
  if (place.namespace === undefined) refuseLostNamespaces(plan);
  return plan;
}

function settleGroup(group: Group, place: Place): NamedGroup {
  const { part, path, pods } = group;
  if (pods.namespaceSelector !== undefined) throw manyNamespaces(pods, path);
  const name = checkPolicyName(part === '' ? place.name : `${place.name}-${part}`);
  return { ...group, name, pods: inPlace(pods, place) as Pods };
}

function inPlace(term: PeerTerm, { namespace }: Place): PeerTerm {
  return isOpen(term) && namespace !== undefined ? term.inNamespace(namespace) : term;
}

/** Whether these are pods that say no namespace. */
function isOpen(term: PeerTerm): term is Pods {
  return term instanceof Pods && term.namespace === undefined && term.namespaceSelector === undefined;
}

function manyNamespaces(pods: Pods, path: string): PolicyError {
  return new PolicyError({
    code: 'namespace',
    path,
    value: String(pods),
    problem: 'a policy selects pods of one namespace, these may be in several',
    fix: 'write one construct a namespace, and name it with inNamespace',
  });
}

/** A policy in one namespace has to name the namespace of its peers; one left open has no name. */
function refuseLostNamespaces({ groups, connections }: Plan): void {
  const named = groups.find(({ pods }) => pods.namespace !== undefined);
  const lost = connections.flatMap(({ from, to }) => [...termsAt(from), ...termsAt(to)]).find(isOpen);
  if (named === undefined || lost === undefined) return;
  throw new PolicyError({
    code: 'namespace',
    path: named.path,
    value: String(lost),
    problem: `a policy in namespace ${named.pods.namespace} has to name the namespace of ${lost}, which is left open`,
    fix: 'set namespace instead of namespaceAgnostic',
  });
}

/** Of two groups, a pod in both would get what either allows: the narrower one would not be what it says. */
function refuseOverlap(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    for (const earlier of groups.slice(0, index).filter(other => mustDiffer(other, group))) {
      if (containsPods(group.pods, earlier.pods)) throw overlap(earlier, group);
      if (containsPods(earlier.pods, group.pods)) throw overlap(group, earlier);
    }
  });
}

/** Where one isolates for ingress and the other for egress, neither adds to what the other allows. */
function mustDiffer(a: Group, b: Group): boolean {
  const isFloor = a.isFloor === true || b.isFloor === true;
  return !isFloor && a.isolates.some(direction => b.isolates.includes(direction));
}

function overlap(inner: Group, outer: Group): PolicyError {
  return new PolicyError({
    code: 'overlap',
    path: inner.path,
    value: String(inner.pods),
    problem: `${inner.pods} are also selected by ${outer.path} (${outer.pods}), which would give them what both are allowed`,
    fix: 'give each its own labels',
  });
}
