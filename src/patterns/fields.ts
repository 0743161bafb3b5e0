import { instance, listOf } from '../model/check';
import { peer } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';

export const pods = instance(Pods, "pods, such as Pods.labeled({ app: 'web' })");

export const port = instance(Port, 'a port, such as Port.tcp(8080)');

export const ports = listOf(port, 'give the ports; every port is Port.all()');

export const peers = listOf(peer, 'give the peers; everyone is Peer.anywhere()');
