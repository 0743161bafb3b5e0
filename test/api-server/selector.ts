import { LabelExpression, LabelSelector } from '../oracle/manifest';
import { isLabel } from './metadata';
import { isLabelValue, isQualifiedName } from './names';

export function refusedSelector({ matchLabels, matchExpressions }: LabelSelector, field: string): string[] {
  return [
    ...(Object.entries(matchLabels ?? {}).every(isLabel) ? [] : [`${field}.matchLabels`]),
    ...(matchExpressions ?? []).flatMap((each, index) =>
      refusedExpression(each ?? {}, `${field}.matchExpressions[${index}]`),
    ),
  ];
}

function refusedExpression({ key, operator, values }: LabelExpression, field: string): string[] {
  const given = values ?? [];
  return [
    ...(isQualifiedName(key ?? '') ? [] : [`${field}.key`]),
    ...refusedOperator(operator ?? '', given.length > 0, field),
    ...given.flatMap((value, index) => (isLabelValue(value ?? '') ? [] : [`${field}.values[${index}]`])),
  ];
}

function refusedOperator(operator: string, hasValues: boolean, field: string): string[] {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return hasValues ? [] : [`${field}.values`];
    case 'Exists':
    case 'DoesNotExist':
      return hasValues ? [`${field}.values`] : [];
    default:
      return [`${field}.operator`];
  }
}
