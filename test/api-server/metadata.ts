import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from './names';

/** The metadata of an object, as far as it is checked. */
export interface Metadata {
  readonly name?: string | null;
  readonly generateName?: string | null;
  readonly namespace?: string | null;
  readonly labels?: Readonly<Record<string, string | null>> | null;
  readonly annotations?: Readonly<Record<string, string | null>> | null;
}

const MOST_ANNOTATION_BYTES = 256 * 1024;

export function refusedMetadata({ name, generateName, namespace, labels, annotations }: Metadata): string[] {
  const isNamed = name ? isDnsSubdomain(name) : Boolean(generateName);
  return [
    ...(isNamed ? [] : ['metadata.name']),
    ...(namespace && !isDnsLabel(namespace) ? ['metadata.namespace'] : []),
    ...(Object.entries(labels ?? {}).every(isLabel) ? [] : ['metadata.labels']),
    ...(areAnnotations(Object.entries(annotations ?? {})) ? [] : ['metadata.annotations']),
  ];
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
