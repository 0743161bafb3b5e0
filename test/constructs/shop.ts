import { Chart } from 'cdk8s';
import { Peer, Pods, Port, ThreeTierApp, ThreeTierAppProps } from '../../src';
import { testChart } from './synth';

/** The three tiers of the sample cluster's shop. */
export const SHOP: ThreeTierAppProps = {
  frontend: { pods: Pods.labeled({ tier: 'frontend' }), port: Port.tcp(3000), from: [Peer.ingressNginx()] },
  backend: { pods: Pods.labeled({ tier: 'backend' }), port: Port.tcp(8080) },
  database: { pods: Pods.labeled({ tier: 'database' }), port: Port.postgres() },
};

/** A chart with the shop, some of it said otherwise. */
export function shopChart(props: Partial<ThreeTierAppProps> = {}): Chart {
  return shopOn(testChart(), props);
}

/** The same chart, with the shop in it. */
export function shopOn(chart: Chart, props: Partial<ThreeTierAppProps> = {}): Chart {
  new ThreeTierApp(chart, 'shop', { ...SHOP, ...props });
  return chart;
}
