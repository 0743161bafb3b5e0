import { LabelExpression } from '../model/label-expression';
import { LabelSelector } from '../model/label-selector';
import { ExpressionManifest, SelectorManifest } from './manifest';

/** A selector in the API's form, without empty parts. */
export function selectorManifest({ matchLabels, matchExpressions }: LabelSelector): SelectorManifest {
  const hasLabels = Object.keys(matchLabels).length > 0;
  if (matchExpressions.length === 0) return hasLabels ? { matchLabels: { ...matchLabels } } : {};
  const expressions = matchExpressions.map(expressionManifest);
  return hasLabels
    ? { matchExpressions: expressions, matchLabels: { ...matchLabels } }
    : { matchExpressions: expressions };
}

function expressionManifest({ key, operator, values }: LabelExpression): ExpressionManifest {
  return values.length === 0 ? { key, operator } : { key, operator, values: [...values] };
}
