import { isSecret, isUnknown, Output, output, Resource } from '@pulumi/pulumi';
import { isRecord, wrongType } from '../../model/check';
import { ownKindOf, ResourceType, typeOf } from '../outputs/resource-type';

/** A Kubernetes object as far as a program knows it by now. */
export interface SightedObject {
  /** With marks in the places of values that are not known. */
  readonly object: ApiObject;
  readonly isSecret: boolean;
}

/** An object of the API. */
export interface ApiObject extends ResourceType {
  readonly metadata: unknown;
  readonly spec: unknown;
}

/** The fields that say who can reach whom: all that is below, or those that are named. */
type Read = true | { readonly [field: string]: Read };

const CONTAINER: Read = { name: true, ports: true, restartPolicy: true };
const POD: Read = { containers: CONTAINER, hostNetwork: true, initContainers: CONTAINER };
const TEMPLATE: Read = { metadata: { labels: true }, spec: POD };
const CONTROLLER: Read = { selector: true, template: TEMPLATE };
const PORT: Read = { name: true, port: true, protocol: true, targetPort: true };
const METADATA: Read = { labels: true, name: true, namespace: true };

const SPECS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['CronJob', { jobTemplate: { spec: { template: TEMPLATE } } }],
  ['Namespace', {}],
  ['NetworkPolicy', true],
  ['Pod', POD],
  ['Service', { ports: PORT, selector: true, type: true }],
  ...['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].map(
    (kind): [string, Read] => [kind, CONTROLLER],
  ),
]);

/** Whether resources of this kind can be asked for what they say about the network; so are policies of other groups. */
export function checkSighted(value: unknown): Resource {
  const isSighted = (resource: Resource) => isPolicy(resource) || SPECS.has(ownKindOf(resource));
  if (Resource.isInstance(value) && isSighted(value)) return value;
  throw wrongType(value, 'a workload, Service, Namespace or NetworkPolicy of @pulumi/kubernetes');
}

function isPolicy(resource: Resource): boolean {
  return typeOf(resource).kind === 'NetworkPolicy';
}

/** What a resource became, its fields that matter. */
export async function sightedObject(resource: Resource): Promise<SightedObject> {
  const type = typeOf(resource);
  const { metadata, spec } = resource as unknown as Readonly<Record<string, unknown>>;
  const all = output({ metadata, spec }) as Output<unknown>;
  let seen: unknown;
  // What is seen has Pulumi's marks for what is unknown; without the flag nothing would be seen of it.
  const seeing = (all as Seeing).apply(value => void (seen = value), true);
  const isHidden = await isSecret(seeing);
  const found = isRecord(seen) ? seen : {};
  const object = {
    ...type,
    metadata: kept(found.metadata, METADATA),
    spec: kept(found.spec, SPECS.get(type.kind) ?? true),
  };
  return { object, isSecret: isHidden };
}

interface Seeing {
  apply(see: (value: unknown) => void, runWithUnknowns: boolean): Output<void>;
}

function kept(value: unknown, read: Read): unknown {
  if (read === true || isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map(item => kept(item, read));
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([key, inner]) => Object.hasOwn(read, key) && inner !== null);
  return Object.fromEntries(fields.map(([key, inner]) => [key, kept(inner, read[key])]));
}
