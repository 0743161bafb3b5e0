import { LabelExpression, LabelOperator } from './label-expression';

/** A label's value, or undefined where the label is absent. */
export type LabelValue = string | undefined;

/**
 * A set of label values, "absent" being one of them: these, or all but these.
 *
 * Finite and co-finite sets are closed under intersection and complement, so nothing here is approximate.
 */
export class ValueSet {
  static readonly EVERY = new ValueSet(true, new Set());

  /** These values. */
  static only(...values: LabelValue[]): ValueSet {
    return new ValueSet(false, new Set(values));
  }

  /** Every value but these. */
  static allBut(...values: LabelValue[]): ValueSet {
    return new ValueSet(true, new Set(values));
  }

  /** The values that fulfil an expression on their key. */
  static of({ operator, values }: LabelExpression): ValueSet {
    switch (operator) {
      case LabelOperator.IN:
        return ValueSet.only(...values);
      case LabelOperator.NOT_IN:
        return ValueSet.allBut(...values);
      case LabelOperator.EXISTS:
        return ValueSet.allBut(undefined);
      case LabelOperator.DOES_NOT_EXIST:
        return ValueSet.only(undefined);
    }
  }

  private constructor(
    private readonly complemented: boolean,
    private readonly values: ReadonlySet<LabelValue>,
  ) {}

  /** Whether no value is in it. */
  get isEmpty(): boolean {
    return !this.complemented && this.values.size === 0;
  }

  /** Whether a value is in it. */
  has(value: LabelValue): boolean {
    return this.values.has(value) !== this.complemented;
  }

  /** Every value that is not in it. */
  complement(): ValueSet {
    return new ValueSet(!this.complemented, this.values);
  }

  /** The values that are in both. */
  intersect(other: ValueSet): ValueSet {
    if (this.complemented && other.complemented) return new ValueSet(true, new Set([...this.values, ...other.values]));
    const [finite, filter] = this.complemented ? [other, this] : [this, other];
    return new ValueSet(false, new Set([...finite.values].filter(value => filter.has(value))));
  }

  /** Whether each of its values is in the other. */
  isSubsetOf(other: ValueSet): boolean {
    return this.intersect(other.complement()).isEmpty;
  }

  /** The values that tell this set from every other: those in it, or those left out. */
  get listed(): readonly LabelValue[] {
    return [...this.values];
  }

  /** A value of this set: absent where that is one, then the first in order, then a fresh one; undefined also where it is empty. */
  pick(): LabelValue {
    if (this.has(undefined)) return undefined;
    if (!this.complemented) return [...this.values].sort()[0];
    for (let number = 1; ; number++) if (this.has(`any-${number}`)) return `any-${number}`;
  }
}
