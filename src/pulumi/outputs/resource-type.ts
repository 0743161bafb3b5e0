import { Resource } from '@pulumi/pulumi';

/** What a resource of `@pulumi/kubernetes` is, in the words of the API. */
export interface ResourceType {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Groups of Kubernetes itself: in others a Service is something else. */
const OWN_GROUPS: readonly string[] = ['apps', 'batch', 'extensions', 'networking.k8s.io'];

/** Of `kubernetes:apps/v1:Deployment` the parts; empty ones for a resource of another provider. */
export function typeOf(resource: Resource): ResourceType {
  const { __pulumiType: type } = resource as { readonly __pulumiType?: unknown };
  const [provider, version = '', kind = ''] = typeof type === 'string' ? type.split(':') : [];
  return provider === 'kubernetes'
    ? { apiVersion: version.replace(/^core\//, ''), kind }
    : { apiVersion: '', kind: '' };
}

/** The kind of a resource; empty for what is no kind of Kubernetes itself. */
export function ownKindOf(resource: Resource): string {
  const { apiVersion, kind } = typeOf(resource);
  const [group, version] = apiVersion.split('/');
  return version === undefined || OWN_GROUPS.includes(group) ? kind : '';
}
