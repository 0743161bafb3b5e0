import { isRecord } from '../../model/check';
import { EndpointRef } from '../../model/endpoint-ref';
import { LabelSelector } from '../../model/label-selector';
import { namespaceName, Pods } from '../../model/pods';
import { Field } from '../field';
import { readSelector, selectorOf } from '../policies/selector';

const SELECTION = ['namespace', 'namespaceSelector', 'pods', 'podSelector'];

/** `{ namespace: shop, pods: { tier: web } }`: every pod that could exist with these labels. */
export function readPodSelection(field: Field): EndpointRef | undefined {
  const selection = field.struct(new Set(SELECTION));
  if (!SELECTION.some(key => selection.has(key))) {
    field.refuse('no pods are named', 'write pods: { app: web }, or podSelector: {} for every pod');
    return undefined;
  }
  if (hasBoth(selection, 'namespace', 'namespaceSelector') || hasBoth(selection, 'pods', 'podSelector')) {
    return undefined;
  }
  const pods = labelsIn(selection);
  const inNamespace = pods && inNamespaces(selection, pods);
  return inNamespace && { kind: 'pods', pods: inNamespace };
}

function hasBoth(selection: Field, one: string, other: string): boolean {
  const both = selection.has(one) && selection.has(other);
  if (both) selection.get(other).refuse(`${other} stands beside ${one}`, 'keep one of the two');
  return both;
}

function labelsIn(selection: Field): LabelSelector | undefined {
  const labels = selection.get('pods');
  if (!labels.isPresent) return readSelector(selection.get('podSelector'));
  if (!isRecord(labels.value) || Object.keys(labels.value).length > 0) return selectorOf(labels, []);
  labels.refuse('no label is given', 'give a label; podSelector: {} selects every pod');
  return undefined;
}

function inNamespaces(selection: Field, podSelector: LabelSelector): Pods | undefined {
  const name = selection.get('namespace');
  if (name.isPresent) return name.attempt(() => Pods._of(podSelector).inNamespace(namespaceName(name.value)));
  const namespaceSelector = readSelector(selection.get('namespaceSelector'));
  return namespaceSelector && Pods._of(podSelector, namespaceSelector);
}
