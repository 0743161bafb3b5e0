import { Labels } from '../../model/cluster';
import { LabelSelector } from '../../model/label-selector';
import { Field } from '../field';
import { Metadata } from '../metadata';
import { readSelector, selectorOf } from '../policies/selector';
import { Owner } from './owner-references';
import { readTemplate } from './pod';
import { PodShape } from './pod-shape';

/** What makes pods after a template. */
export interface Controller {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly template: PodShape;
  readonly owner?: Owner;
  /** Whether it keeps no pods, as the past revisions of a Deployment. */
  readonly isScaledToZero: boolean;
}

/** How a kind of controller says which pods are its own. */
export interface ControllerStyle {
  readonly kind: string;
  /** The way to its pod template. */
  readonly template: readonly string[];
  /** Whether its selector has to be there, may be made up from the labels, or is somebody else's business. */
  readonly selector: 'required' | 'of labels' | 'made up';
}

/** A controller of any kind. */
export function readController(object: Field, metadata: Metadata, style: ControllerStyle): Controller {
  const { name, namespace, owner } = metadata;
  const templateField = style.template.reduce((field, key) => field.struct().get(key), object);
  templateField.require('a pod template');
  const template = readTemplate(templateField);
  checkSelector(object, style, { field: templateField, labels: template.labels });
  const isScaledToZero = object.get('spec').get('replicas').wholeNumber() === 0;
  return { kind: style.kind, name, namespace, template, owner, isScaledToZero };
}

function checkSelector(
  object: Field,
  { selector: style }: ControllerStyle,
  template: { readonly field: Field; readonly labels: Labels },
): void {
  if (style === 'made up') return;
  const field = object.get('spec').get('selector');
  if (!field.isPresent) {
    if (style === 'required') field.overlook('the selector is missing', 'give the labels of the pod template');
    return;
  }
  const selector = style === 'of labels' ? selectorOf(field, []) : readSelector(field);
  if (selector !== undefined) checkFit(selector, field, template);
}

function checkFit(
  selector: LabelSelector,
  field: Field,
  template: { readonly field: Field; readonly labels: Labels },
): void {
  if (selector.selectsEverything) field.refuse('the selector is empty', 'give the labels of the pod template');
  else if (!selector.matches(template.labels)) {
    const labels = template.field.get('metadata').get('labels');
    labels.refuse(`the labels of the pod template do not fit the selector ${selector}`, 'give both the same labels');
  }
}
