import { Peer } from '../facts/peer';
import { optional } from '../model/check';
import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { reachedBy } from './one-sided';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link monitoringAccess} takes. */
export interface MonitoringAccessProps extends PolicyProps {
  /** The pods that have metrics. */
  readonly pods: Pods;
  /** The ports at which they show them. */
  readonly ports: Port[];
  /**
   * Who scrapes.
   *
   * @default [Peer.prometheus()]
   */
  readonly from?: IPeer[];
}

/**
 * Lets Prometheus scrape pods.
 *
 * Isolates the pods for ingress.
 */
export const monitoringAccess = pattern<MonitoringAccessProps>(
  'MonitoringAccess',
  { pods, ports, from: optional(peers) },
  props => reachedBy(props.from ?? [Peer.prometheus()], props),
);
