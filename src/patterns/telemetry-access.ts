import { Collector } from '../facts/collector';
import { instance, listOf } from '../model/check';
import { EGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { pods } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link telemetryAccess} takes. */
export interface TelemetryAccessProps extends PolicyProps {
  /** The pods that send traces, logs or metrics; agents that read them from nodes count too. */
  readonly pods: Pods;
  /** Who takes them. */
  readonly to: Collector[];
}

const collectors = listOf(
  instance(Collector, "a collector, such as Collector.openTelemetry('observability')"),
  'give the collectors',
);

/**
 * Lets pods send traces, logs and metrics to collectors.
 *
 * Isolates the pods for egress.
 */
export const telemetryAccess = pattern<TelemetryAccessProps>('TelemetryAccess', { pods, to: collectors }, props => {
  const from: Group = { part: '', path: 'pods', pods: props.pods, isolates: EGRESS_ONLY };
  const connections = props.to.map(({ peer, ports }, index) => ({ from, to: [peer], ports, path: `to[${index}]` }));
  return { groups: [from], connections };
});
