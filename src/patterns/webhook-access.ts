import { at, listOf, optional } from '../model/check';
import { IPeer } from '../model/peer';
import { peerOf } from '../model/peer-of';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { pods, ports } from './fields';
import { reachedBy } from './one-sided';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link webhookAccess} takes. */
export interface WebhookAccessProps extends PolicyProps {
  /** The pods that the API server calls. */
  readonly pods: Pods;
  /** The ports that they listen on, not those of the Service: often 8443, 9443 or 10250. */
  readonly ports: Port[];
  /**
   * Where the control plane's calls come from: `Peer.apiServer([...])` with the addresses of its nodes or network
   * interfaces, `Peer.konnectivity()` where they come through its tunnel, as on GKE.
   *
   * @default - as on the platform, where that is the same for all of its clusters; otherwise it is refused
   */
  readonly from?: IPeer[];
}

const callers = listOf(
  peerOf,
  'give where the control plane calls from: Peer.apiServer([...]) with its addresses, or Peer.konnectivity()',
);

/**
 * Lets the API server call pods: admission and conversion webhooks, aggregated APIs such as metrics-server.
 *
 * Isolates the pods for ingress.
 */
export const webhookAccess = pattern<WebhookAccessProps>(
  'WebhookAccess',
  { pods, ports, from: optional(callers) },
  (props, { platform }) => reachedBy(at('from', callers, props.from ?? platform?._cluster.controlPlane), props),
);
