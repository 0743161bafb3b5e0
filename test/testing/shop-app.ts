import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { DefaultDeny, Pods, ThreeTierApp } from '../../src';
import { SHOP } from '../constructs/shop';

/** The shop with its policies in one chart and its workloads in another. */
export interface ShopApp {
  readonly app: App;
  readonly policies: Chart;
  readonly workloads: Chart;
  readonly shop: ThreeTierApp;
}

export function shopApp(): ShopApp {
  const app = Testing.app();
  const policies = new Chart(app, 'policies', { namespace: 'shop' });
  new DefaultDeny(policies, 'default-deny');
  const shop = new ThreeTierApp(policies, 'shop', SHOP);
  const workloads = new Chart(app, 'workloads', { namespace: 'shop' });
  for (const tier of ['frontend', 'backend', 'database']) deployment(workloads, tier, { tier });
  return { app, policies, workloads, shop };
}

/** A Deployment of pods with these labels. */
export function deployment(chart: Chart, name: string, labels: Record<string, string>, spec: object = {}): void {
  new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [], ...spec } } },
  });
}

/** A policy that lets every pod of the namespace reach these pods at every port. */
export function opened(chart: Chart, id: string, pods: Pods): void {
  new ApiObject(chart, id, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: id },
    spec: { podSelector: { matchLabels: pods.podSelector.matchLabels }, ingress: [{ from: [{ podSelector: {} }] }] },
  });
}
