import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';

/** The innermost chart that a construct is, or is in; undefined where it is in none. */
export function tryFindChart({ node }: Construct): Chart | undefined {
  return node.scopes.filter(Chart.isChart).at(-1);
}

/** `'shop/web'`, or the app, whose path is empty. */
export function scopeInWords({ node }: IConstruct): string {
  return node.path === '' ? 'the app' : `'${node.path}'`;
}
