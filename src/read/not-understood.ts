import { isRecord } from '../model/check';
import { TypeMeta } from './type-meta';

/** What an object of a kind that is not understood bears on: it allows or denies connections, or it makes pods. */
export type Bearing = 'policy' | 'pods';

/** An object of a kind that is not read. */
export interface UnreadObject {
  readonly kind: string;
  /** Undefined where it has none: it may be applied to any, or what it makes may be in all. */
  readonly namespace?: string;
}

/** How many there are of each kind. */
export function countKinds(objects: readonly UnreadObject[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** The namespace that an object of any kind gives. */
export function namespaceOf(object: unknown): string | undefined {
  const namespace = ['metadata', 'namespace'].reduce(fieldOf, object);
  return typeof namespace === 'string' && namespace !== '' ? namespace : undefined;
}

/** What an object of a kind that is not read bears on; undefined where it says nothing about who reaches whom. */
export function bearingOf({ kind }: TypeMeta, object: unknown): Bearing | undefined {
  if (POLICY.test(kind)) return 'policy';
  return hasPodTemplate(object) ? 'pods' : undefined;
}

/** Of Calico, Cilium, Antrea, OpenShift, Istio and Linkerd; Calico's staged ones do nothing yet. */
const POLICY = /^(?!Staged).*NetworkPolicy$|^(?:AuthorizationPolicy|EgressFirewall)$/;

/** As a Rollout of Argo, a DeploymentConfig of OpenShift or a Service of Knative has one. */
function hasPodTemplate(object: unknown): boolean {
  return Array.isArray(['spec', 'template', 'spec', 'containers'].reduce(fieldOf, object));
}

function fieldOf(object: unknown, key: string): unknown {
  return isRecord(object) ? object[key] : undefined;
}
