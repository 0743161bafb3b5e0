import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { reachedBy } from './one-sided';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link allowFrom} takes. */
export interface AllowFromProps extends PolicyProps {
  /** The pods that are reached. */
  readonly pods: Pods;
  /** Who may reach them; everyone is `Peer.anywhere()`. */
  readonly from: IPeer[];
  /** Their ports; every port is `Port.all()`. */
  readonly ports: Port[];
}

/**
 * Lets others reach pods. The other end is somebody else's: nothing is written there.
 *
 * Isolates the pods for ingress.
 */
export const allowFrom = pattern<AllowFromProps>('AllowFrom', { pods, from: peers, ports }, props =>
  reachedBy(props.from, props),
);
