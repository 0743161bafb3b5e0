import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { kebabCase } from '../patterns/kebab-case';

/** The ids from the chart down to a construct in kebab case: `shop`, `payments-shop`. */
export function defaultName(scope: Construct, id: string, chart: Chart): string {
  if (scope === chart) return kebabCase(id);
  const between = scope.node.scopes.slice(chart.node.scopes.length).map(({ node }) => node.id);
  return [...between, id]
    .map(kebabCase)
    .filter(part => part !== '')
    .join('-');
}
