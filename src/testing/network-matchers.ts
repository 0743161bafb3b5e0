import { ClaimedConnections, Endpoint } from '../model/claim';
import { Direction } from '../model/direction';
import { Port } from '../model/port';
import { Network } from './network';

/** Which connections are meant: ports, each and every one where they are left out, and ends that are left aside. */
export type ConnectionOptions = Pick<ClaimedConnections, 'ports' | 'except' | 'exceptTo'>;

/**
 * What can be expected of a {@link Network}. An end is a name such as `shop/frontend`, an address, or pods that could
 * exist. All of these fail, also after `not`, for what cannot be told, and for an end that nothing in the network is about.
 *
 * @typeParam R what a matcher returns
 */
export interface NetworkMatchers<R = void> {
  /**
   * Every connection is allowed: each source to each destination, on each port. After `not`: none of them is.
   *
   * @param connections ports, one or several; or {@link ConnectionOptions}. Left out: every port
   */
  toAllow(from: Endpoint, to: Endpoint, connections?: Port | readonly Port[] | ConnectionOptions): R;
  /**
   * No connection is allowed. After `not`: some are.
   *
   * @param connections ports, one or several; or {@link ConnectionOptions}. Left out: every port
   */
  toDeny(from: Endpoint, to: Endpoint, connections?: Port | readonly Port[] | ConnectionOptions): R;
  /**
   * The pods accept, and send, only what NetworkPolicies allow. After `not`: no policy is about any of them.
   *
   * @param direction left out: both
   */
  toIsolate(pods: Endpoint, direction?: Direction): R;
  /** No policy is about any of these pods. After `not`: some policy is. */
  toHaveNoEffectOn(pods: Endpoint): R;
  /** The policies allow the same as the other network's, whatever pods there are. Both need the same engine and podCidrs. */
  toBeEquivalentTo(other: Network): R;
}
