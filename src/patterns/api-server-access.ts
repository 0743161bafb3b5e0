import { Peer } from '../facts/peer';
import { listOf, optional } from '../model/check';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { cidr, pods, ports } from './fields';
import { reaching } from './one-sided';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link apiServerAccess} takes. */
export interface ApiServerAccessProps extends PolicyProps {
  /** The pods that call the API server: operators, controllers, jobs. */
  readonly pods: Pods;
  /**
   * Addresses of its endpoints and the ClusterIP of the `kubernetes` Service, as blocks such as `10.96.0.1/32`
   * (`kubectl get endpointslices,service kubernetes`). It is not a pod, and engines see either.
   */
  readonly cidrs: string[];
  /**
   * Ports of the endpoints and of the Service.
   *
   * @default [Port.tcp(443), Port.tcp(6443)]
   */
  readonly ports?: Port[];
}

/**
 * Lets pods call the API server.
 *
 * Isolates the pods for egress.
 */
export const apiServerAccess = pattern<ApiServerAccessProps>(
  'ApiServerAccess',
  { pods, cidrs: listOf(cidr, 'give the addresses of the endpoints and of the Service'), ports: optional(ports) },
  ({ pods: selected, cidrs, ports: open = [Port.https(), Port.tcp(6443)] }) =>
    reaching([Peer.apiServer(cidrs)], { pods: selected, ports: open }),
);
