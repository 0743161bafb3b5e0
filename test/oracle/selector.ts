import { Labels } from './cluster';
import { LabelExpression, LabelSelector } from './manifest';

/** Whether labels fulfil a selector: every label and every expression; an empty selector selects everything. */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  const wanted = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  return (
    wanted.every(([key, value]) => valueOf(labels, key) === (value ?? '')) &&
    expressions.every(expression => holds(expression ?? {}, labels))
  );
}

function holds({ key, operator, values }: LabelExpression, labels: Labels): boolean {
  const value = valueOf(labels, key ?? '');
  const isListed = value !== undefined && (values ?? []).includes(value);
  switch (operator) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      throw new Error(`there is no operator ${operator}`);
  }
}

function valueOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
