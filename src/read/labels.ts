import { Labels } from '../model/cluster';
import { labelKey, labelValue } from '../model/label-expression';
import { PolicyError } from '../model/policy-error';
import { Field } from './field';

/** The labels of an object. */
export function readLabels(field: Field): Labels {
  const labels = field.texts();
  refusingLabels(field, () => {
    for (const key of Object.keys(labels)) {
      labelKey(key);
      labelValue(labels[key]);
    }
  });
  return labels;
}

/** Does something with labels; what is refused of them is a problem of their map. */
export function refusingLabels<T>(field: Field, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    field.refuseEntry(blamed(field, error), error.problem, error.fix);
    return undefined;
  }
}

/** The key of the label that is refused for itself or for its value. */
function blamed(field: Field, { value }: PolicyError): string {
  const labels = field.texts();
  return Object.keys(labels).find(key => key === value || labels[key] === value) ?? '';
}
