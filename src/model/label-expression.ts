import { Check, listOf, text } from './check';
import { naming, PolicyError } from './policy-error';
import { labelKeyProblem, labelValueProblem, SyntaxRule } from './syntax';

/** How a {@link LabelExpression} compares, in Kubernetes' words. */
export enum LabelOperator {
  IN = 'In',
  NOT_IN = 'NotIn',
  EXISTS = 'Exists',
  DOES_NOT_EXIST = 'DoesNotExist',
}

const someValues = listOf(text, 'give at least one value; to ask for any value use LabelExpression.exists');

/** One demand on one label. */
export class LabelExpression {
  /** The label has one of these values. */
  static in(key: string, values: string[]): LabelExpression {
    return naming('LabelExpression.in', () => LabelExpression._of(key, LabelOperator.IN, someValues(values)));
  }

  /** The label has none of these values, or is not there at all. */
  static notIn(key: string, values: string[]): LabelExpression {
    return naming('LabelExpression.notIn', () => LabelExpression._of(key, LabelOperator.NOT_IN, someValues(values)));
  }

  /** The label is there, whatever its value. */
  static exists(key: string): LabelExpression {
    return naming('LabelExpression.exists', () => LabelExpression._of(key, LabelOperator.EXISTS, []));
  }

  /** The label is not there. */
  static doesNotExist(key: string): LabelExpression {
    return naming('LabelExpression.doesNotExist', () => LabelExpression._of(key, LabelOperator.DOES_NOT_EXIST, []));
  }

  /** @internal */
  static _of(key: string, operator: LabelOperator, values: string[]): LabelExpression {
    const canonical = values.length > 1 ? [...new Set(values)].sort() : values;
    return new LabelExpression(labelKey(key), operator, canonical.map(labelValue));
  }

  private constructor(
    /** The label's key. */
    readonly key: string,
    /** How the label is compared. */
    readonly operator: LabelOperator,
    /** Sorted, without duplicates; empty for `Exists` and `DoesNotExist`. */
    readonly values: string[],
  ) {
    Object.freeze(values);
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

/** What is wrong with so many values for an operator, if anything. */
export function valueCountProblem(operator: LabelOperator, count: number): string | undefined {
  const compares = operator === LabelOperator.IN || operator === LabelOperator.NOT_IN;
  if (compares === count > 0) return undefined;
  return compares ? `${operator} needs at least one value` : `${operator} takes no values`;
}

/** A label's key, or the refusal of what is none. */
export const labelKey: Check<string> = value => checkLabel('key', text(value), labelKeyProblem);

/** A label's value, or the refusal of what is none. */
export const labelValue: Check<string> = value => checkLabel('value', text(value), labelValueProblem);

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
