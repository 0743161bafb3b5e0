import { Chart } from 'cdk8s';
import { Pods, Port, Workload } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart } from './synth';

/** Pods of a tier. */
export const tier = (name: string) => Pods.labeled({ tier: name });

/** The three tiers of the sample cluster, and nothing that they were told. */
export function shopIn(chart: Chart) {
  return {
    web: new Workload(chart, 'web', { pods: tier('frontend'), ports: [Port.tcp(3000)] }),
    api: new Workload(chart, 'api', { pods: tier('backend'), ports: [Port.tcp(8080)] }),
    db: new Workload(chart, 'db', { pods: tier('database'), ports: [Port.postgres()] }),
  };
}

export type Shop = ReturnType<typeof shopIn>;

/** The shop once somebody told its workloads something, and who reaches whom then. */
export function told(tell: (shop: Shop) => void): { chart: Chart; shop: Shop; reach: Reach } {
  const chart = testChart();
  const shop = shopIn(chart);
  tell(shop);
  return { chart, shop, reach: new Reach(policiesOf(chart)) };
}
