import fc from 'fast-check';
import { LabelExpression } from '../../src/model/label-expression';
import { LabelSelector } from '../../src/model/label-selector';

/** Few, so that they collide; some begin like others, which is where orders go wrong. */
export const LABEL_KEYS = ['app', 'app.kubernetes.io/name', 'tier', 'app-2'] as const;

export const LABEL_VALUES = ['web', 'db', ''] as const;

/** An expression as plain data: what it is made of can be put in another order. */
export interface ExpressionSketch {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** Not used by Exists and DoesNotExist. */
  readonly values: readonly string[];
}

/** A selector as plain data; with neither labels nor expressions it selects everything. */
export interface SelectorSketch {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly ExpressionSketch[];
}

const key = fc.constantFrom(...LABEL_KEYS);

const value = fc.constantFrom(...LABEL_VALUES);

/** The labels of something that exists. */
export const someLabels: fc.Arbitrary<Record<string, string>> = fc.dictionary(key, value, {
  maxKeys: 4,
  noNullPrototype: true,
});

export const expressionSketch: fc.Arbitrary<ExpressionSketch> = fc.record({
  key,
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: fc.array(value, { minLength: 1, maxLength: 3 }),
});

export const selectorSketch: fc.Arbitrary<SelectorSketch> = fc.record({
  labels: fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }),
  expressions: fc.array(expressionSketch, { maxLength: 2 }),
});

export function expressionOf({ key: of, operator, values }: ExpressionSketch): LabelExpression {
  switch (operator) {
    case 'In':
      return LabelExpression.in(of, [...values]);
    case 'NotIn':
      return LabelExpression.notIn(of, [...values]);
    case 'Exists':
      return LabelExpression.exists(of);
    case 'DoesNotExist':
      return LabelExpression.doesNotExist(of);
  }
}

export function selectorOf({ labels, expressions }: SelectorSketch): LabelSelector {
  const demands = expressions.map(expressionOf);
  if (Object.keys(labels).length > 0) return LabelSelector.labeled({ ...labels }, ...demands);
  return demands.length > 0 ? LabelSelector.matching(...demands) : LabelSelector.everything();
}

export const expression = expressionSketch.map(expressionOf);

export const selector = selectorSketch.map(selectorOf);
