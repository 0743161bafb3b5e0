import { Output, Resource } from '@pulumi/pulumi';
import { wrongType } from '../../model/check';
import { ObjectPods } from '../../model/object-pods';
import { Pods } from '../../model/pods';
import { mapped } from './data';
import { ownKindOf } from './resource-type';

/** The fields that say which pods are those of a resource. */
type Fields = true | { readonly [field: string]: Fields };

const METADATA: Fields = { namespace: true };
const TEMPLATE: Fields = { metadata: { labels: true }, spec: { hostNetwork: true } };
const CONTROLLER: Fields = { metadata: METADATA, spec: { selector: true, template: TEMPLATE } };

const FIELDS: Readonly<Record<string, Fields>> = {
  CronJob: { metadata: METADATA, spec: { jobTemplate: { spec: { template: TEMPLATE } } } },
  Job: { metadata: METADATA, spec: { manualSelector: true, selector: true, template: TEMPLATE } },
  Pod: { metadata: { ...METADATA, labels: true }, spec: { hostNetwork: true } },
  Service: { metadata: METADATA, spec: { selector: true } },
  ...Object.fromEntries(
    ['DaemonSet', 'Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].map(kind => [kind, CONTROLLER]),
  ),
};

/** What is read of a Job. */
interface JobSpec {
  readonly manualSelector?: boolean;
  readonly template?: { readonly metadata: { readonly labels?: object }; readonly spec: object };
}

/**
 * What the API server adds to the pods of a Job that has no selector of its own, random ones. The Job's name, which it adds
 * too, stays: an author may have written it.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#batchkubernetesio-controller-uid
 */
const RANDOM_LABELS: readonly string[] = ['batch.kubernetes.io/controller-uid', 'controller-uid'];

/** What pods are made of once it is there. */
export interface PodsRecipe {
  readonly data: unknown;
  readonly made: (data: unknown) => Pods;
}

/** The pods of a workload of `@pulumi/kubernetes`, or behind a Service, as `Pods.of` reads them from a manifest. */
export function podsOf(resource: Resource): PodsRecipe {
  const kind = ownKindOf(resource);
  if (!Object.hasOwn(FIELDS, kind)) throw wrongType(resource, 'a workload or Service of @pulumi/kubernetes, or Pods');
  const { __name: name } = resource as { readonly __name?: string };
  const made = (data: unknown) => {
    const { metadata, spec } = mapped(data, leaf => leaf ?? undefined) as Record<'metadata' | 'spec', object>;
    const manifest = { kind, metadata: { ...metadata, name }, spec: kind === 'Job' ? withoutRandomLabels(spec) : spec };
    return Pods._from(ObjectPods.of(manifest))._byNow;
  };
  return { data: valuesAt(resource, FIELDS[kind]), made };
}

/** Null for what the resource does not say. */
function valuesAt(place: unknown, fields: Fields): unknown {
  // An Output gives the fields of what it becomes as Outputs, known even where others of them are not.
  if (fields === true) return (place as Output<unknown>).apply(found => found ?? null);
  const values = place as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(fields).map(([key, inner]) => [key, valuesAt(values[key], inner)]));
}

/** A Job without what is random in it: its selector too, unless its author wrote that. */
function withoutRandomLabels({ manualSelector, template, ...spec }: JobSpec): object {
  if (manualSelector === true || template === undefined) return { ...spec, template };
  const labels = Object.entries(template.metadata.labels ?? {}).filter(([key]) => !RANDOM_LABELS.includes(key));
  return { template: { ...template, metadata: { labels: Object.fromEntries(labels) as object } } };
}
