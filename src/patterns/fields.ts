import { Check, instance, listOf, wrongType } from '../model/check';
import { Cidr } from '../model/cidr';
import { peerOf } from '../model/peer-of';
import { Pods } from '../model/pods';
import { Port } from '../model/port';

export const pods = instance(Pods, "pods, such as Pods.labeled({ app: 'web' })");

/** The text of a block, in canonical form. */
export const cidr: Check<string> = value => Cidr._of(value).block;

export const port = instance(Port, 'a port, such as Port.tcp(8080)');

export const ports = listOf(port, 'give the ports; every port is Port.all()');

/** One port, or a list of them. */
export const portOrPorts: Check<Port[]> = value => {
  if (value instanceof Port) return [value];
  if (Array.isArray(value)) return ports(value);
  throw wrongType(value, 'a port, such as Port.tcp(8080), or a list of ports');
};

export const peers = listOf(peerOf, 'give the peers; everyone is Peer.anywhere()');
