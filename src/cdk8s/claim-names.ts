import { Construct, IConstruct } from 'constructs';
import { PolicyError } from '../model/policy-error';
import { NamedGroup } from '../patterns/plan';
import { PolicyObject } from './policy-object';

/** Which policies are written, per construct tree and namespace: of two with one name, the cluster keeps the last. */
const CLAIMS = new WeakMap<object, Map<string | undefined, Set<string>>>();

/** Takes the names of a construct's policies, or refuses because another construct of the tree has one of them. */
export function claimNames(scope: Construct, groups: readonly NamedGroup[]): void {
  const { root } = scope.node;
  for (const group of groups) {
    const owner = namesIn(root, group.pods.namespace).has(group.name) ? ownerOf(root, group) : undefined;
    if (owner !== undefined) throw taken(owner, group);
  }
  for (const { name, pods } of groups) namesIn(root, pods.namespace).add(name);
}

function namesIn(root: object, namespace: string | undefined): Set<string> {
  const namespaces = CLAIMS.get(root) ?? new Map<string | undefined, Set<string>>();
  CLAIMS.set(root, namespaces);
  const names = namespaces.get(namespace) ?? new Set<string>();
  namespaces.set(namespace, names);
  return names;
}

/** Undefined where the construct that took the name could not be made, or was removed: then it is free again. */
function ownerOf(root: IConstruct, { name, pods: { namespace } }: NamedGroup): IConstruct | undefined {
  const isOwner = (node: IConstruct) =>
    node instanceof PolicyObject && node.name === name && node.metadata.namespace === namespace;
  return root.node.findAll().find(isOwner);
}

function taken(owner: IConstruct, { name }: NamedGroup): PolicyError {
  return new PolicyError({
    code: 'duplicate-name',
    path: 'name',
    value: name,
    problem: `'${owner.node.path}' writes a policy '${name}' in the same namespace`,
    fix: 'give one of them another id or name',
  });
}
