import { oneOf } from '../../model/check';
import { LabelExpression, labelKey, LabelOperator, labelValue, takesValues } from '../../model/label-expression';
import { LabelSelector } from '../../model/label-selector';
import { Field } from '../field';
import { refusingLabels } from '../labels';

const SELECTOR = new Set(['matchExpressions', 'matchLabels']);
const EXPRESSION = new Set(['key', 'operator', 'values']);

const anOperator = oneOf(Object.values(LabelOperator));

/** A label selector; one that is left out or empty selects everything. */
export function readSelector(field: Field): LabelSelector | undefined {
  const selector = field.struct(SELECTOR);
  const expressions = allRead(selector.get('matchExpressions').items().map(readExpression));
  const read = selectorOf(selector.get('matchLabels'), expressions ?? []);
  return expressions && read;
}

/** What has these labels and fulfils the expressions; of neither any: everything. */
export function selectorOf(field: Field, expressions: LabelExpression[]): LabelSelector | undefined {
  const labels = field.texts();
  if (Object.keys(labels).length > 0) return refusingLabels(field, () => LabelSelector._labeled(labels, expressions));
  return expressions.length > 0 ? LabelSelector._matching(expressions) : LabelSelector.everything();
}

/** The list, or undefined where one of it could not be read. */
export function allRead<T>(items: readonly (T | undefined)[]): T[] | undefined {
  const read = items.filter(item => item !== undefined);
  return read.length === items.length ? read : undefined;
}

function readExpression(field: Field): LabelExpression | undefined {
  const expression = field.struct(EXPRESSION);
  const keyField = expression.get('key');
  const key = keyField.attempt(() => labelKey(keyField.text() ?? ''));
  const operatorField = expression.get('operator');
  const operator = operatorField.attempt(() => anOperator(operatorField.text() ?? ''));
  const valuesField = expression.get('values');
  const items = valuesField.items();
  const fits = operator === undefined || countFits(valuesField, operator, items.length);
  const values = allRead(items.map(item => item.attempt(() => labelValue(item.text() ?? ''))));
  if (key === undefined || operator === undefined || values === undefined || !fits) return undefined;
  return LabelExpression._of(key, operator, values);
}

function countFits(field: Field, operator: LabelOperator, count: number): boolean {
  const takes = takesValues(operator);
  if (takes === count > 0) return true;
  const problem = takes ? `${operator} needs at least one value` : `${operator} takes no values`;
  field.refuse(problem, 'In and NotIn compare with values, Exists and DoesNotExist do not');
  return false;
}
