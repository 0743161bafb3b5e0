import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { reaching } from './one-sided';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link allowTo} takes. */
export interface AllowToProps extends PolicyProps {
  /** The pods that reach out. */
  readonly pods: Pods;
  /** Whom they may reach; everyone is `Peer.anywhere()`. */
  readonly to: IPeer[];
  /** Ports of those; every port is `Port.all()`. */
  readonly ports: Port[];
}

/**
 * Lets pods reach others. The other end is somebody else's: nothing is written there.
 *
 * Isolates the pods for egress.
 */
export const allowTo = pattern<AllowToProps>('AllowTo', { pods, to: peers, ports }, props => reaching(props.to, props));
