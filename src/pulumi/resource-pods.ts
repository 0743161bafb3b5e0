import { Output, Resource } from '@pulumi/pulumi';
import { wrongType } from '../model/check';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';

/** What tells the pods of a workload from others. */
interface Marks {
  readonly labels: Record<string, string> | null;
  readonly namespace: string | null;
}

/** Where the labels of the pods stand; the kinds are those of `@pulumi/kubernetes`. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['metadata', 'labels'],
  Service: ['spec', 'selector'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'],
  ...Object.fromEntries(
    ['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].map(kind => [
      kind,
      ['spec', 'template', 'metadata', 'labels'],
    ]),
  ),
};

/** What pods are made of once it is there. */
export interface PodsRecipe {
  readonly data: unknown;
  readonly made: (data: unknown) => Pods;
}

/** The pods of a workload of `@pulumi/kubernetes`, by the labels of its pod template; those that a Service selects. */
export function podsOf(resource: Resource): PodsRecipe {
  const kind = kindOf(resource);
  if (!Object.hasOwn(LABELS, kind)) throw wrongType(resource, 'a workload or Service of @pulumi/kubernetes, or Pods');
  const [part, ...way] = LABELS[kind];
  const labels = valueAt(resource, part, way);
  const namespace = valueAt(resource, 'metadata', ['namespace']);
  return { data: { labels, namespace }, made: marks => podsMarked(kind, marks as Marks) };
}

/** Of `kubernetes:apps/v1:Deployment` the last part. */
function kindOf(resource: Resource): string {
  const { __pulumiType: type } = resource as { readonly __pulumiType?: unknown };
  return typeof type === 'string' && type.startsWith('kubernetes:') ? (type.split(':').at(-1) ?? '') : '';
}

/** Null for what the resource does not say. */
function valueAt(resource: Resource, part: string, way: readonly string[]): Output<unknown> {
  const field = (value: unknown, key: string) => (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  // An Output gives the fields of what it becomes as Outputs, known even where others of them are not.
  const value = way.reduce(field, field(resource, part)) as Output<unknown>;
  return value.apply(found => found ?? null);
}

function podsMarked(kind: string, { labels, namespace }: Marks): Pods {
  if (labels === null) {
    throw new PolicyError({
      code: 'empty-labels',
      problem: `the ${kind} gives its pods no labels`,
      fix: 'give them labels, or say which pods with Pods.labeled(...)',
    });
  }
  const pods = Pods.labeled(labels);
  return namespace === null ? pods : pods.inNamespace(namespace);
}
