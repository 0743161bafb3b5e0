import { isRecord } from '../model/check';
import { TypeMeta } from './type-meta';

/** What an object of a kind that is not understood bears on: it allows or denies connections, or it makes pods. */
export type Bearing = 'policy' | 'pods';

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
