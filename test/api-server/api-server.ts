import { NetworkPolicy, NetworkPolicySpec } from '../oracle/manifest';
import { isObject } from './decoder';
import { Metadata, refusedMetadata } from './metadata';
import { refusedPeer } from './peer';
import { refusedPort } from './port';
import { networkPolicy } from './schema';
import { refusedSelector } from './selector';

/**
 * The fields that the API server of Kubernetes 1.36 refuses in a NetworkPolicy; none: it accepts the object.
 *
 * Written from its rules, without code of the library that it judges.
 *
 * @param namespace that the object is sent to
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go
 */
export function refusedFields(object: unknown, namespace: string): string[] {
  const undecodable = networkPolicy(object, '');
  if (undecodable.length > 0) return undecodable;
  if (!isNetworkPolicy(object)) return ['kind'];
  const { metadata, spec } = object;
  if (metadata?.namespace && metadata.namespace !== namespace) return ['metadata.namespace'];
  return [...refusedMetadata(metadata ?? {}), ...refusedSpec(spec ?? {})];
}

function isNetworkPolicy(object: unknown): object is NetworkPolicy & { readonly metadata?: Metadata | null } {
  return isObject(object) && object.kind === 'NetworkPolicy' && object.apiVersion === 'networking.k8s.io/v1';
}

function refusedSpec({ podSelector, policyTypes, ingress, egress }: NetworkPolicySpec): string[] {
  const types = policyTypes ?? [];
  return [
    ...refusedSelector(podSelector ?? {}, 'spec.podSelector'),
    ...each(ingress, 'spec.ingress', (rule, field) => [
      ...each(rule.from, `${field}.from`, refusedPeer),
      ...each(rule.ports, `${field}.ports`, refusedPort),
    ]),
    ...each(egress, 'spec.egress', (rule, field) => [
      ...each(rule.to, `${field}.to`, refusedPeer),
      ...each(rule.ports, `${field}.ports`, refusedPort),
    ]),
    ...(types.length > 2 ? ['spec.policyTypes'] : []),
    ...(types.length > 2 ? [] : types.flatMap(refusedPolicyType)),
  ];
}

function refusedPolicyType(type: string, index: number): string[] {
  return type === 'Ingress' || type === 'Egress' ? [] : [`spec.policyTypes[${index}]`];
}

/** Each item of a list; one that is null stands for an empty one. */
function each<T extends object>(
  items: readonly (T | null)[] | null | undefined,
  field: string,
  refused: (item: Partial<T>, field: string) => string[],
): string[] {
  return (items ?? []).flatMap((item, index) => refused(item ?? {}, `${field}[${index}]`));
}
