import { at, instance, isRecord, wrongType } from './check';
import { LabelExpression, labelKey, LabelOperator, labelValue } from './label-expression';
import { labelOf } from './labels';
import { naming, PolicyError } from './policy-error';

const NONE: LabelExpression[] = [];

const aDemand = instance(LabelExpression, "a LabelExpression, such as LabelExpression.exists('app')");

/** Demands on labels, all of which must hold; none at all selects everything. */
export class LabelSelector {
  /** Selects everything. */
  static everything(): LabelSelector {
    return LabelSelector.EVERYTHING;
  }

  /** Selects what has these labels, and fulfils the expressions; an empty map of labels is an error. */
  static labeled(labels: Record<string, string>, ...expressions: LabelExpression[]): LabelSelector {
    return naming('LabelSelector.labeled', () => LabelSelector._labeled(labels, expressions));
  }

  /** Selects what fulfils all of the expressions, at least one. */
  static matching(...expressions: LabelExpression[]): LabelSelector {
    return naming('LabelSelector.matching', () => LabelSelector._matching(expressions));
  }

  /** @internal */
  static _labeled(labels: Record<string, string>, expressions: LabelExpression[]): LabelSelector {
    if (isRecord(labels) && Object.keys(labels).length === 0) throw noLabels(labels);
    return new LabelSelector(labels, expressions);
  }

  /** @internal */
  static _matching(expressions: LabelExpression[]): LabelSelector {
    if (expressions.length === 0) throw noLabels(expressions);
    return new LabelSelector({}, expressions);
  }

  private static readonly EVERYTHING = new LabelSelector({}, NONE);

  /** Labels that must be there with these values; keys in order. */
  readonly matchLabels: Record<string, string>;
  /** What else is demanded: in order, without duplicates, and without what `matchLabels` can say. */
  readonly matchExpressions: LabelExpression[];

  private constructor(labels: Record<string, string>, expressions: LabelExpression[] = NONE) {
    const checked = checkedLabels(labels);
    const { matchLabels, matchExpressions } =
      expressions.length === 0
        ? { matchLabels: checked, matchExpressions: NONE }
        : canonical(checked, allChecked(expressions));
    this.matchLabels = Object.freeze(matchLabels);
    this.matchExpressions = matchExpressions;
    Object.freeze(matchExpressions);
  }

  /** Whether no label is asked for. */
  get selectsEverything(): boolean {
    return this.matchExpressions.length === 0 && Object.keys(this.matchLabels).length === 0;
  }

  /** Every demand in one form. */
  get expressions(): LabelExpression[] {
    return [...equalitiesOf(this.matchLabels), ...this.matchExpressions];
  }

  /** Whether labels fulfil every demand. */
  matches(labels: Record<string, string>): boolean {
    const isMissing = ([key, value]: [string, string]) => labelOf(labels, key) !== value;
    if (Object.entries(this.matchLabels).some(isMissing)) return false;
    return this.matchExpressions.every(({ key, operator, values }) => holds(operator, values, labelOf(labels, key)));
  }

  /** As kubectl writes it; empty for everything. */
  toString(): string {
    const equalities = Object.entries(this.matchLabels).map(([key, value]) => `${key}=${value}`);
    return [...equalities, ...this.matchExpressions].join(',');
  }
}

function holds(operator: LabelOperator, values: string[], value: string | undefined): boolean {
  switch (operator) {
    case LabelOperator.IN:
      return value !== undefined && values.includes(value);
    case LabelOperator.NOT_IN:
      return value === undefined || !values.includes(value);
    case LabelOperator.EXISTS:
      return value !== undefined;
    case LabelOperator.DOES_NOT_EXIST:
      return value === undefined;
  }
}

function checkedLabels(labels: unknown): Record<string, string> {
  if (!isRecord(labels)) throw wrongType(labels, "an object of labels, such as { app: 'web' }");
  const checked: Record<string, string> = {};
  for (const key of Object.keys(labels).sort()) checked[labelKey(key)] = at(key, labelValue, labels[key]);
  return checked;
}

function allChecked(expressions: LabelExpression[]): LabelExpression[] {
  return expressions.map((expression, index) => at(index, aDemand, expression));
}

type Demands = Pick<LabelSelector, 'matchExpressions' | 'matchLabels'>;

/** Says each demand once, as an equality where one is enough. */
function canonical(labels: Record<string, string>, expressions: LabelExpression[]): Demands {
  const byText = new Map([...equalitiesOf(labels), ...expressions].map(each => [String(each), each]));
  const matchLabels: Record<string, string> = {};
  const rest: LabelExpression[] = [];
  for (const each of [...byText.values()].sort(byKeyAndText)) {
    if (each._isEquality && !Object.hasOwn(matchLabels, each.key)) [matchLabels[each.key]] = each.values;
    else rest.push(each);
  }
  return { matchLabels, matchExpressions: rest };
}

/** Keys first: as text, `app.kubernetes.io/name=web` would come before `app=web`. */
function byKeyAndText(a: LabelExpression, b: LabelExpression): number {
  const [left, right] = a.key === b.key ? [String(a), String(b)] : [a.key, b.key];
  return left < right ? -1 : 1;
}

function equalitiesOf(labels: Record<string, string>): LabelExpression[] {
  return Object.entries(labels).map(([key, value]) => LabelExpression.in(key, [value]));
}

function noLabels(value: unknown): PolicyError {
  return new PolicyError({
    code: 'empty-labels',
    value,
    problem: 'no label is given',
    fix: 'give a label; every pod is Pods.all(), every namespace inAnyNamespace()',
  });
}
