import { Direction } from './direction';
import { IPeer } from './peer';
import { Port } from './port';

/** One end of a claim: `shop/frontend`, `203.0.113.7` or `10.0.0.0/8` as on the command line; or pods, or another peer. */
export type Endpoint = string | IPeer;

/** Connections that something is claimed of: each source to each destination, on each port. */
export interface ClaimedConnections {
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** At least one. */
  readonly ports: readonly Port[];
  /** Sources that are left aside. */
  readonly except: readonly Endpoint[];
  /** Destinations that are left aside. */
  readonly exceptTo: readonly Endpoint[];
}

/** Something that policies are said to do. */
export type Claim =
  | ({ readonly kind: 'all allowed' | 'none allowed' | 'some allowed' } & ClaimedConnections)
  | ({ readonly kind: 'all isolated' | 'none isolated' } & ClaimedPods)
  /** That a policy is about none of the pods, or about some. */
  | ({ readonly kind: 'none affected' | 'some affected' } & ClaimedPods);

/** Pods that something is claimed of, in each of the directions. */
export interface ClaimedPods {
  readonly pods: Endpoint;
  /** At least one. */
  readonly directions: readonly Direction[];
}
