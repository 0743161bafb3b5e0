import { Construct } from 'constructs';
import { PolicyError } from '../model/policy-error';
import { NamedGroup } from '../patterns/plan';
import { PolicyObject } from './policy-object';

/** Which policies are written, per construct tree and namespace: of two with one name, the cluster keeps the last. */
const CLAIMS = new WeakMap<object, Map<string | undefined, Set<string>>>();

/** Takes the names of a construct's policies, or refuses because another construct of the tree has one of them. */
export function claimNames(scope: Construct, groups: readonly NamedGroup[]): void {
  const { root } = scope.node;
  for (const group of groups) {
    if (namesIn(root, group.pods.namespace).has(group.name)) throw taken(root as Construct, group);
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

function taken(root: Construct, { name, pods: { namespace } }: NamedGroup): PolicyError {
  const isOwner = (node: unknown) =>
    node instanceof PolicyObject && node.name === name && node.metadata.namespace === namespace;
  const owner = root.node.findAll().find(isOwner)?.node.path;
  return new PolicyError({
    code: 'duplicate-name',
    path: 'name',
    value: name,
    problem: `'${owner}' writes a policy '${name}' in the same namespace`,
    fix: 'give one of them another id or name',
  });
}
