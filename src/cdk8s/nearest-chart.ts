import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The innermost chart that a construct is, or is in; undefined where it is in none. */
export function tryFindChart(construct: IConstruct): Chart | undefined {
  if (Chart.isChart(construct)) return construct;
  const { scope } = construct.node;
  return scope && tryFindChart(scope);
}

/** `'shop/web'`, or the app, whose path is empty. */
export function scopeInWords({ node }: IConstruct): string {
  return node.path === '' ? 'the app' : `'${node.path}'`;
}
