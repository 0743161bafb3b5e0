import { fitTogether } from '../model/annotations';
import { Labels } from '../model/cluster';
import { annotationKeyProblem, dnsLabelProblem, labelKeyProblem, SyntaxRule } from '../model/syntax';
import { Field } from './field';
import { readLabels } from './labels';
import { Owner, readOwner } from './workloads/owner-references';

/** Who an object is. */
export interface Metadata {
  /** A name that the API server makes up is written `web-*`, one that is missing `?`. */
  readonly name: string;
  readonly isNamed: boolean;
  /** `default` where it is left out. */
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations?: Readonly<Record<string, string>>;
  /** The controller, if it is one of Kubernetes' own. */
  readonly owner?: Owner;
}

const TEXTS = ['creationTimestamp', 'deletionTimestamp', 'generateName', 'resourceVersion', 'selfLink', 'uid'];
const OBJECT_META = new Set([
  ...TEXTS,
  'annotations',
  'deletionGracePeriodSeconds',
  'finalizers',
  'generation',
  'labels',
  'managedFields',
  'name',
  'namespace',
  'ownerReferences',
]);
const STANDARD_FINALIZERS = ['foregroundDeletion', 'kubernetes', 'orphan'];

/** The metadata of an object or of a pod template. @param nameRule undefined where there need be no name */
export function readMetadata(object: Field, nameRule?: SyntaxRule): Metadata {
  const metadata = object.getTyped('metadata').struct(OBJECT_META);
  for (const key of TEXTS) if (metadata.has(key)) metadata.get(key).text();
  for (const item of metadata.get('finalizers').items()) checkFinalizer(item);
  const name = metadata.get('name').text() ?? '';
  const generateName = metadata.get('generateName').text() ?? '';
  if (nameRule !== undefined) checkName(metadata, nameRule);
  return {
    name: name || (generateName === '' ? '?' : `${generateName}*`),
    isNamed: name !== '',
    namespace: metadata.get('namespace').textBy(namespaceProblem, 'namespace') || 'default',
    labels: readLabels(metadata.get('labels')),
    annotations: readAnnotations(metadata.get('annotations')),
    owner: readOwner(metadata.get('ownerReferences')),
  };
}

const namespaceProblem: SyntaxRule = text => (text === '' ? undefined : dnsLabelProblem(text));

function checkFinalizer(item: Field): void {
  const text = item.text() ?? '';
  const hasDomain = text.includes('/') || STANDARD_FINALIZERS.includes(text);
  const problem = labelKeyProblem(text) ?? (hasDomain ? undefined : 'has no domain');
  if (problem !== undefined) item.refuse(`finalizer '${text}' ${problem}`, 'write it like example.com/name');
}

function checkName(metadata: Field, rule: SyntaxRule): void {
  const [name, prefix] = [metadata.get('name'), metadata.get('generateName')];
  if (name.value || prefix.value) {
    // What follows a prefix makes up for the hyphen at its end.
    prefix.textBy(text => (text === '' ? undefined : rule(text.replace(/.-$/, 'a'))), 'prefix of a name');
    if (name.value) name.textBy(rule, 'name');
  } else name.overlook('the name is missing', 'give metadata.name');
}

function readAnnotations(field: Field): Readonly<Record<string, string>> | undefined {
  if (!field.isPresent) return undefined;
  const annotations = field.texts();
  for (const key of Object.keys(annotations)) {
    const problem = annotationKeyProblem(key);
    if (problem !== undefined) field.refuseEntry(key, `annotation key '${key}' ${problem}`, 'use another key');
  }
  if (!fitTogether(annotations)) field.refuse('the annotations have more than 256 KiB together', 'write less');
  return annotations;
}
