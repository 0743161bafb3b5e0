import { LabelExpression, LabelOperator } from '../../model/label-expression';
import { LabelSelector } from '../../model/label-selector';
import { Labels } from '../../model/labels';

/** Whether labels fulfil a selector, in the fastest form: it is asked once per selector and pod. */
export type Matcher = (labels: Labels) => boolean;

/** The matcher of a selector. */
export function matcherOf(selector: LabelSelector): Matcher {
  const tests = [
    ...Object.entries(selector.matchLabels).map(equality),
    ...selector.matchExpressions.map(expressionTest),
  ];
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0];
  return labels => tests.every(test => test(labels));
}

// What every object has, such as `constructor`, is no string: it is read as a label here, and equals no value.
function equality([key, value]: [string, string]): Matcher {
  return labels => labels[key] === value;
}

function expressionTest({ key, operator, values }: LabelExpression): Matcher {
  switch (operator) {
    case LabelOperator.IN:
      return labels => values.includes(labels[key]);
    case LabelOperator.NOT_IN:
      return labels => !values.includes(labels[key]);
    case LabelOperator.EXISTS:
      return labels => Object.hasOwn(labels, key);
    case LabelOperator.DOES_NOT_EXIST:
      return labels => !Object.hasOwn(labels, key);
  }
}
