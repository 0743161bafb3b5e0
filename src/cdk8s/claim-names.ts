import { Construct, IConstruct } from 'constructs';
import { nameTaken } from '../patterns/place';
import { NamedGroup } from '../patterns/plan';
import { isPolicyObject, PolicyObject } from './policy-object';

/** Which policies are written, per construct tree and namespace: of two with one name, the cluster keeps the last. */
const CLAIMS = new WeakMap<object, Map<string | undefined, Set<string>>>();

/** Takes the names of a construct's policies, or refuses because another construct of the tree has one of them. */
export function claimNames(scope: Construct, groups: readonly NamedGroup[]): void {
  const { root } = scope.node;
  const claims = claimsIn(root);
  for (const group of groups) {
    const isTaken = claims.get(group.pods.namespace)?.has(group.name) === true;
    const other = isTaken ? tryFindPolicy(root, group) : undefined;
    if (other !== undefined) throw nameTaken(group.name, `'${other._owner}'`);
  }
  for (const { name, pods } of groups) {
    const names = claims.get(pods.namespace);
    if (names === undefined) claims.set(pods.namespace, new Set([name]));
    else names.add(name);
  }
}

function claimsIn(root: object): Map<string | undefined, Set<string>> {
  const known = CLAIMS.get(root);
  if (known !== undefined) return known;
  const claims = new Map<string | undefined, Set<string>>();
  CLAIMS.set(root, claims);
  return claims;
}

/** Undefined where the construct that took the name could not be made, or was removed: then it is free again. */
function tryFindPolicy(root: IConstruct, { name, pods: { namespace } }: NamedGroup): PolicyObject | undefined {
  const isOfGroup = (node: IConstruct): node is PolicyObject =>
    isPolicyObject(node) && node.name === name && node.metadata.namespace === namespace;
  return root.node.findAll().find(isOfGroup);
}
