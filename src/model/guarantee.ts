import { Direction } from './direction';
import { IPeer } from './peer';
import { Pods } from './pods';
import { Port } from './port';

/** Pods that accept (ingress) or send (egress) only what policies allow. */
export interface Isolation {
  readonly pods: Pods;
  /** At least one. */
  readonly directions: Direction[];
}

/** Connections that are allowed: each `from` to each `to`, on each port. */
export interface Opening {
  readonly from: IPeer[];
  readonly to: IPeer[];
  readonly ports: Port[];
  /** The ends at which it is allowed: `Egress` at `from`, `Ingress` at `to`. The other end is somebody else's. */
  readonly ends: Direction[];
}

/**
 * What the policies of a construct do, as data, and nothing else:
 * exactly these pods are isolated, and at an isolated end exactly these connections are allowed.
 */
export interface Guarantee {
  readonly isolates: Isolation[];
  readonly opens: Opening[];
}
