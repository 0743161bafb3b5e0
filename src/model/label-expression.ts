import { Check, listOf, oneOf, text, wrongType } from './check';
import { naming, PolicyError } from './policy-error';
import { labelKeyProblem, labelValueProblem, SyntaxRule } from './syntax';

/** How a {@link LabelExpression} compares, in Kubernetes' words. */
export enum LabelOperator {
  IN = 'In',
  NOT_IN = 'NotIn',
  EXISTS = 'Exists',
  DOES_NOT_EXIST = 'DoesNotExist',
}

/** One demand on one label. */
export class LabelExpression {
  /** The label has one of these values. */
  static in(key: string, values: string[]): LabelExpression {
    return naming('LabelExpression.in', () => new LabelExpression(key, LabelOperator.IN, values));
  }

  /** The label has none of these values, or is not there at all. */
  static notIn(key: string, values: string[]): LabelExpression {
    return naming('LabelExpression.notIn', () => new LabelExpression(key, LabelOperator.NOT_IN, values));
  }

  /** The label is there, whatever its value. */
  static exists(key: string): LabelExpression {
    return naming('LabelExpression.exists', () => new LabelExpression(key, LabelOperator.EXISTS));
  }

  /** The label is not there. */
  static doesNotExist(key: string): LabelExpression {
    return naming('LabelExpression.doesNotExist', () => new LabelExpression(key, LabelOperator.DOES_NOT_EXIST));
  }

  /** @internal */
  static _of(key: string, operator: LabelOperator, values: string[]): LabelExpression {
    return new LabelExpression(key, operator, takesValues(operator) ? values : undefined);
  }

  /** The label's key. */
  readonly key: string;
  /** How the label is compared. */
  readonly operator: LabelOperator;
  /** Sorted, without duplicates; empty for `Exists` and `DoesNotExist`. */
  readonly values: string[];

  private constructor(key: string, operator: LabelOperator, values?: string[]) {
    this.key = labelKey(key);
    this.operator = oneOf(Object.values(LabelOperator))(operator);
    const checked = VALUES[this.operator](values);
    this.values = checked.length > 1 ? [...new Set(checked)].sort() : checked;
    Object.freeze(this.values);
  }

  /** @internal */
  get _isEquality(): boolean {
    return this.operator === LabelOperator.IN && this.values.length === 1;
  }

  /** As kubectl writes it: `app=web`, `tier in (a,b)`, `!canary`. */
  toString(): string {
    const values = this.values.join(',');
    switch (this.operator) {
      case LabelOperator.IN:
        return this.values.length === 1 ? `${this.key}=${values}` : `${this.key} in (${values})`;
      case LabelOperator.NOT_IN:
        return this.values.length === 1 ? `${this.key}!=${values}` : `${this.key} notin (${values})`;
      case LabelOperator.EXISTS:
        return this.key;
      case LabelOperator.DOES_NOT_EXIST:
        return `!${this.key}`;
    }
  }
}

/** Whether an operator compares with values: one that does needs at least one. */
export function takesValues(operator: LabelOperator): boolean {
  return VALUES[operator] === someValues;
}

/** A label's key, or the refusal of what is none. */
export const labelKey: Check<string> = value => checkLabel('key', text(value), labelKeyProblem);

/** A label's value, or the refusal of what is none. */
export const labelValue: Check<string> = value => checkLabel('value', text(value), labelValueProblem);

const someValues = listOf(labelValue, 'give at least one value; to ask for any value use LabelExpression.exists');

const noValues: Check<string[]> = values => {
  if (values !== undefined) throw wrongType(values, 'no values where any will do');
  return [];
};

const VALUES: Readonly<Record<LabelOperator, Check<string[]>>> = {
  [LabelOperator.IN]: someValues,
  [LabelOperator.NOT_IN]: someValues,
  [LabelOperator.EXISTS]: noValues,
  [LabelOperator.DOES_NOT_EXIST]: noValues,
};

function checkLabel(what: string, value: string, rule: SyntaxRule): string {
  const problem = rule(value);
  if (problem === undefined) return value;
  throw new PolicyError({
    code: 'label',
    value,
    problem: `label ${what} '${value}' ${problem}`,
    fix: `use a label ${what} that Kubernetes accepts`,
  });
}
