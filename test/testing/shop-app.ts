import { ApiObject, App, Chart } from 'cdk8s';
import { DefaultDeny, ThreeTierApp } from '../../src';
import { SHOP } from '../constructs/shop';

/** The shop with its policies in one chart and its workloads in another. */
export interface ShopApp {
  readonly app: App;
  readonly policies: Chart;
  readonly workloads: Chart;
  readonly shop: ThreeTierApp;
}

export function shopApp(): ShopApp {
  const app = new App();
  const policies = new Chart(app, 'policies', { namespace: 'shop' });
  new DefaultDeny(policies, 'default-deny');
  const shop = new ThreeTierApp(policies, 'shop', SHOP);
  const workloads = new Chart(app, 'workloads', { namespace: 'shop' });
  for (const tier of ['frontend', 'backend', 'database']) deployment(workloads, tier, { labels: { tier } });
  return { app, policies, workloads, shop };
}

/** Pods of a Deployment: their labels, and what else their spec says. */
export interface DeployedPods {
  readonly labels: Record<string, string>;
  readonly hostNetwork?: boolean;
}

export function deployment(chart: Chart, name: string, { labels, ...spec }: DeployedPods): void {
  new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [], ...spec } } },
  });
}
