import { instance, listOf } from '../model/check';
import { peerOf } from '../model/peer-of';
import { Pods } from '../model/pods';
import { Port } from '../model/port';

export const pods = instance(Pods, "pods, such as Pods.labeled({ app: 'web' })");

export const port = instance(Port, 'a port, such as Port.tcp(8080)');

export const ports = listOf(port, 'give the ports; every port is Port.all()');

export const peers = listOf(peerOf, 'give the peers; everyone is Peer.anywhere()');
