import { PeerTerm, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { refuseUnenforceable } from './enforceable';
import { meshed } from './mesh';
import { refuseMetadata } from './metadata-refusal';
import { refuseOverlap } from './overlap';
import { checkPolicyName, Place } from './place';
import { End, Group, isGroup, NamedGroup, Plan, SettledPlan, termsAt } from './plan';
import { refuseSystemPods } from './system-pods';
import { eachOnce } from './told-connections';

/**
 * Puts a plan in its place: policies get their names, pods the construct's namespace unless they say their own, and a
 * mesh what it needs.
 *
 * @throws PolicyError for what no policies can say
 */
export function settle(planned: Plan, place: Place): SettledPlan {
  refuseMetadata(planned);
  const { groups, connections } = place.mesh === undefined ? planned : meshed(planned, place.mesh);
  const settled = groups.map(group => settleGroup(group, place));
  const settleEnd = (end: End): End =>
    isGroup(end) ? settled[groups.indexOf(end)] : termsOf(end).map(term => inPlace(term, place));
  const inPlaces = connections.map(({ from, to, ports }) => ({ from: settleEnd(from), to: settleEnd(to), ports }));
  const plan = {
    groups: settled,
    connections: planned.isTold === true ? eachOnce(inPlaces, planned.numberOf) : inPlaces,
  };
  if (settled.length > 1) refuseOverlap(settled.filter(({ pods }) => !pods._areReadLate));
  refuseSystemPods(settled, place.namespace);
  if (place.namespace === undefined) refuseLostNamespaces(plan);
  if (place.platform !== undefined) refuseUnenforceable(plan, place.platform);
  return plan;
}

function settleGroup(group: Group, place: Place): NamedGroup {
  const { part, path, pods, isolates, isFloor } = group;
  if (pods.namespaceSelector !== undefined) throw manyNamespaces(pods, path);
  const name = checkPolicyName(part === '' ? place.name : `${place.name}-${part}`);
  // Field by field: V8 gives each copy by spread a hidden class of its own, which is as large as the copy.
  return { part, path, pods: inPlace(pods, place) as Pods, isolates, isFloor, name };
}

function inPlace(term: PeerTerm, { namespace }: Place): PeerTerm {
  return isOpen(term) && namespace !== undefined ? term.inNamespace(namespace) : term;
}

function isOpen(term: PeerTerm): term is Pods {
  return term instanceof Pods && term._isOpen;
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
