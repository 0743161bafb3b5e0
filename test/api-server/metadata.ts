import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from './names';

/** The metadata of an object, as far as it is checked. */
export interface Metadata {
  readonly name?: string | null;
  readonly generateName?: string | null;
  readonly namespace?: string | null;
  readonly labels?: Readonly<Record<string, string | null>> | null;
  readonly annotations?: Readonly<Record<string, string | null>> | null;
  readonly finalizers?: readonly (string | null)[] | null;
  readonly ownerReferences?: readonly (Readonly<Record<string, unknown>> | null)[] | null;
}

const MOST_ANNOTATION_BYTES = 256 * 1024;

export function refusedMetadata(metadata: Metadata): string[] {
  const { name, generateName, namespace, labels, annotations, finalizers, ownerReferences } = metadata;
  return [
    ...((name ? isDnsSubdomain(name) : generateName) ? [] : ['metadata.name']),
    ...(generateName && !isPrefix(generateName) ? ['metadata.generateName'] : []),
    ...(namespace && !isDnsLabel(namespace) ? ['metadata.namespace'] : []),
    ...(Object.entries(labels ?? {}).every(isLabel) ? [] : ['metadata.labels']),
    ...(areAnnotations(Object.entries(annotations ?? {})) ? [] : ['metadata.annotations']),
    ...(finalizers ?? []).flatMap((each, index) => (isFinalizer(each ?? '') ? [] : [`metadata.finalizers[${index}]`])),
    ...(ownerReferences ?? []).flatMap((each, index) =>
      ['apiVersion', 'kind', 'name', 'uid']
        .filter(key => !each?.[key])
        .map(key => `metadata.ownerReferences[${index}].${key}`),
    ),
  ];
}

/** Of a name that the server makes up; a hyphen at its end is none of the name's. */
function isPrefix(text: string): boolean {
  return isDnsSubdomain(text.replace(/.-$/, 'a'));
}

/** Of a domain, but for those of Kubernetes itself. */
function isFinalizer(text: string): boolean {
  return isQualifiedName(text) && (text.includes('/') || /^(foregroundDeletion|kubernetes|orphan)$/.test(text));
}

/** Whether key and value may stand in labels, and in a selector's matchLabels. */
export function isLabel([key, value]: [string, string | null]): boolean {
  return isQualifiedName(key) && isLabelValue(value ?? '');
}

/** Keys may have upper-case prefixes; keys and values are weighed together. */
function areAnnotations(annotations: [string, string | null][]): boolean {
  const bytes = annotations.reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value ?? ''),
    0,
  );
  return annotations.every(([key]) => isQualifiedName(key.toLowerCase())) && bytes <= MOST_ANNOTATION_BYTES;
}
