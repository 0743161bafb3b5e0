import { LabelSelector } from '../../model/label-selector';
import { Pods } from '../../model/pods';
import { Field } from '../field';
import { onlyField } from './schema-rules';
import { readSelector } from './selector';

const SUBJECT = new Set(['namespaces', 'pods']);
const PODS = new Set(['namespaceSelector', 'podSelector']);

/** The pods that an administrator's policy is about. @param needsNamespaces whether `pods` has to say its namespaces */
export function readSubject(field: Field, needsNamespaces: boolean): Pods | undefined {
  const [kind, value] = onlyField(field, SUBJECT) ?? [];
  if (value === undefined) return undefined;
  return kind === 'pods' ? readPods(value, needsNamespaces) : readNamespaces(value);
}

/** All pods of namespaces. */
export function readNamespaces(field: Field): Pods | undefined {
  const namespaces = readSelector(field);
  return namespaces && Pods._of(LabelSelector.everything(), namespaces);
}

/** Pods of namespaces; an empty selector is every one. */
export function readPods(field: Field, needsNamespaces: boolean): Pods | undefined {
  const pods = field.struct(PODS);
  pods.get('podSelector').require('podSelector');
  if (needsNamespaces) pods.get('namespaceSelector').require('namespaceSelector');
  const [podSelector, namespaces] = [
    readSelector(pods.get('podSelector')),
    readSelector(pods.get('namespaceSelector')),
  ];
  return podSelector && namespaces && Pods._of(podSelector, namespaces);
}
