import { Check, instance, listOf } from '../model/check';
import { Cidr } from '../model/cidr';
import { peerOf } from '../model/peer-of';
import { Pods } from '../model/pods';

export const pods = instance(Pods, "pods, such as Pods.labeled({ app: 'web' })");

/** The text of a block, in canonical form. */
export const cidr: Check<string> = value => Cidr._of(value).block;

export { port, ports } from '../model/port-list';

export const peers = listOf(peerOf, 'give the peers; everyone is Peer.anywhere()');
