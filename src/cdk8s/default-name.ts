import { Chart } from 'cdk8s';
import { Construct } from 'constructs';

/** The ids from the chart down to a construct in kebab case: `shop`, `payments-shop`. */
export function defaultName(scope: Construct, id: string, chart: Chart): string {
  if (scope === chart) return kebabCase(id);
  const between = scope.node.scopes.slice(chart.node.scopes.length).map(({ node }) => node.id);
  return [...between, id]
    .map(kebabCase)
    .filter(part => part !== '')
    .join('-');
}

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function kebabCase(id: string): string {
  if (KEBAB_CASE.test(id)) return id;
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
