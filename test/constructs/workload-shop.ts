import { Chart } from 'cdk8s';
import { Pods, Port, Workload } from '../../src';

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
