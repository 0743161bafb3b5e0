import { block, contains } from '../address/block';
import { Connection, Endpoint, Labels } from './cluster';
import { Doubts } from './doubts';
import { IpBlock, Peer, Port } from './manifest';
import { selects } from './selector';

/** A rule without its direction. */
export interface Rule {
  readonly peers: readonly (Peer | null)[];
  readonly ports: readonly (Port | null)[];
}

/** Where a rule stands: peers without namespaceSelector are pods of its policy's namespace. */
export interface Surroundings {
  readonly policyNamespace: string;
  readonly namespaces: Readonly<Record<string, Labels>>;
  /** Says what manifests leave open; left out where they leave nothing open. */
  readonly doubts?: Doubts;
}

/** Whether a rule allows a connection. @param other the end that its peers are about */
export function allows(
  rule: Rule,
  { connection, other }: { connection: Connection; other: Endpoint },
  around: Surroundings,
): boolean {
  const peers = rule.peers.length === 0 ? [{}] : rule.peers.filter(peer => matchesPeer(peer ?? {}, other, around));
  const opens = (peer: Peer, port: Port) =>
    around.doubts?.opens?.({ port, peer, rule }, connection) ?? matchesPort(port, connection);
  return peers.some(peer => rule.ports.length === 0 || rule.ports.some(port => opens(peer ?? {}, port ?? {})));
}

/** Whether the other end is one of the peers; none given means everyone. */
export function matchesPeers({ peers }: Rule, other: Endpoint, around: Surroundings): boolean {
  return peers.length === 0 || peers.some(peer => matchesPeer(peer ?? {}, other, around));
}

/** Whether the destination's port is one of the ports; none given means every port of every protocol. */
export function matchesPorts({ ports }: Rule, connection: Connection): boolean {
  return ports.length === 0 || ports.some(port => matchesPort(port ?? {}, connection));
}

function matchesPeer(peer: Peer, other: Endpoint, { policyNamespace, namespaces, doubts }: Surroundings): boolean {
  if (peer.ipBlock) return doubts?.covers(peer.ipBlock, other) ?? isInBlock(peer.ipBlock, other.ip);
  const { pod } = other;
  if (pod === undefined) return false;
  if (pod.hostNetwork && doubts?.isSeen(pod, 'peer') === false) return false;
  const isInNamespace = peer.namespaceSelector
    ? selects(peer.namespaceSelector, namespaces[pod.namespace])
    : pod.namespace === policyNamespace;
  return isInNamespace && selects(peer.podSelector ?? {}, pod.labels);
}

/** Whether an address lies in a block and in none of its exceptions. */
export function isInBlock({ cidr, except }: IpBlock, ip: string): boolean {
  const isIn = (text: string | null | undefined) => contains(block(text ?? ''), block(ip));
  return isIn(cidr) && !(except ?? []).some(isIn);
}

function matchesPort({ protocol, port, endPort }: Port, { to, ...connection }: Connection): boolean {
  if ((protocol ?? 'TCP') !== connection.protocol) return false;
  if (port === undefined || port === null) return true;
  if (typeof port === 'number') return port <= connection.port && connection.port <= (endPort ?? port);
  const namesakes = (to.pod?.ports ?? []).filter(named => named.name === port);
  return namesakes.some(named => named.protocol === connection.protocol && named.port === connection.port);
}
