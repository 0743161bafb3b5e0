import { API_SERVER_BLOCKS, Peer } from '../facts/peer';
import { at, listOf, optional } from '../model/check';
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
   *
   * @default - those that the platform knows from `withAddresses`; without any it is refused
   */
  readonly cidrs?: string[];
  /**
   * Ports of the endpoints and of the Service.
   *
   * @default [Port.tcp(443), Port.tcp(6443)]
   */
  readonly ports?: Port[];
}

const addresses = listOf(cidr, API_SERVER_BLOCKS);

/**
 * Lets pods call the API server.
 *
 * Isolates the pods for egress.
 */
export const apiServerAccess = pattern<ApiServerAccessProps>(
  'ApiServerAccess',
  { pods, cidrs: optional(addresses), ports: optional(ports) },
  ({ pods: selected, cidrs, ports: open = [Port.https(), Port.tcp(6443)] }, { platform }) => {
    const to = Peer.apiServer(at('cidrs', addresses, cidrs ?? platform?._cluster.apiServer?.map(String)));
    return reaching([to], { pods: selected, ports: open }, 'cidrs');
  },
);
