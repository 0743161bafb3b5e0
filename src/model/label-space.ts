import { LabelSelector } from './label-selector';
import { NAMESPACE_NAME_LABEL, Pods } from './pods';
import { ValueSet } from './value-set';

/** What a conjunction of label expressions leaves of each key; keys that are not there are free. */
export type LabelSpace = ReadonlyMap<string, ValueSet>;

/** The labels that a selector matches: a product of one set of values a key. */
export function labelSpaceOf(selector: LabelSelector): LabelSpace {
  const space = new Map<string, ValueSet>();
  for (const expression of selector.expressions) {
    space.set(expression.key, ValueSet.of(expression).intersect(space.get(expression.key) ?? ValueSet.EVERY));
  }
  return space;
}

/** Whether there are no labels at all that fulfil the selector. */
export function isUnsatisfiable(selector: LabelSelector): boolean {
  return isImpossible(labelSpaceOf(selector));
}

function isImpossible(space: LabelSpace): boolean {
  return [...space.values()].some(values => values.isEmpty);
}

/** Whether everything that `inner` matches is matched by `outer`. */
export function containsSelector(outer: LabelSelector, inner: LabelSelector): boolean {
  const space = labelSpaceOf(inner);
  if (isImpossible(space)) return true;
  return [...labelSpaceOf(outer)].every(([key, values]) => (space.get(key) ?? ValueSet.EVERY).isSubsetOf(values));
}

/** Whether something can be matched by both. */
function meetSelectors(one: LabelSelector, other: LabelSelector): boolean {
  if (isUnsatisfiable(one) || isUnsatisfiable(other)) return false;
  const space = labelSpaceOf(other);
  return [...labelSpaceOf(one)].every(([key, values]) => !(space.get(key) ?? ValueSet.EVERY).intersect(values).isEmpty);
}

/** Whether a pod could be one of both, where neither means the namespace of a policy. */
export function meetPods(one: Pods, other: Pods): boolean {
  if (one.namespace !== undefined && other.namespace !== undefined && one.namespace !== other.namespace) return false;
  const [here, there] = [one, other].map(pods => namespaceSelectorOf(pods) ?? LabelSelector.everything());
  return meetSelectors(one.podSelector, other.podSelector) && meetSelectors(here, there);
}

/** Whether every pod of `inner` that could exist is one of `outer`, where both stand in the same namespace. */
export function containsPods(outer: Pods, inner: Pods): boolean {
  return containsSelector(outer.podSelector, inner.podSelector) && containsNamespaces(outer, inner);
}

/** Whether a pod could exist that is one of both, where each stands in one namespace. */
export function mayShare(a: Pods, b: Pods): boolean {
  return a.namespace === b.namespace && meetSelectors(a.podSelector, b.podSelector);
}

function containsNamespaces(outer: Pods, inner: Pods): boolean {
  if (outer.namespace !== undefined && inner.namespace !== undefined) return outer.namespace === inner.namespace;
  const [wide, narrow] = [namespaceSelectorOf(outer), namespaceSelectorOf(inner)];
  if (wide === undefined || narrow === undefined) return wide === narrow;
  return containsSelector(wide, narrow);
}

/** The namespaces of these pods as a selector; undefined for the policy's own namespace. */
export function namespaceSelectorOf(pods: Pods): LabelSelector | undefined {
  return pods.namespace === undefined
    ? pods.namespaceSelector
    : LabelSelector.labeled({ [NAMESPACE_NAME_LABEL]: pods.namespace });
}
