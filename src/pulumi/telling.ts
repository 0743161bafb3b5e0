import { Peer } from '../facts/peer';
import { Direction } from '../model/direction';
import { IPeer } from '../model/peer';
import { Given } from './given';
import { GivenPorts, Told } from './told';

/** A `Workload` or `Workloads`: connections with it are written at both ends. */
export interface Talker {
  /** @internal */
  readonly _told: readonly Told[];
  /** Lets its pods reach a peer. */
  allowTo(peer: Given<IPeer> | Talker, ports?: GivenPorts): void;
  /** Lets a peer reach its pods. */
  allowFrom(peer: Given<IPeer> | Talker, ports?: GivenPorts): void;
}

/** What somebody says to workloads. */
interface Call {
  /** The method that was called. */
  readonly method: string;
  readonly direction: Direction;
  readonly peer: Given<IPeer> | Talker;
  readonly ports: GivenPorts | undefined;
}

/** Lets workloads reach a peer, or a peer them. */
export function connect(told: readonly Told[], { peer, ...call }: Call): void {
  const peers = isTalker(peer) ? peer._told : [peer];
  connectAll(told, peers, call);
}

/** Lets the pods of each reach those of every one, replicas of its own too. */
export function allowInternally(told: readonly Told[], ports: GivenPorts | undefined): void {
  connectAll(told, told, { method: 'allowInternally', direction: Direction.EGRESS, ports });
}

/** Opens the ports to the public internet. */
export function allowFromInternet(told: readonly Told[], ports: GivenPorts | undefined): void {
  connect(told, { method: 'allowFromInternet', direction: Direction.INGRESS, peer: Peer.internet(), ports });
}

/** Opens the public internet. */
export function allowToInternet(told: readonly Told[], ports: GivenPorts): void {
  connect(told, { method: 'allowToInternet', direction: Direction.EGRESS, peer: Peer.internet(), ports });
}

function connectAll(told: readonly Told[], peers: readonly (Given<IPeer> | Told)[], call: Omit<Call, 'peer'>): void {
  for (const each of told) for (const peer of peers) each.connect({ ...call, peer });
}

function isTalker(peer: Given<IPeer> | Talker): peer is Talker {
  return peer instanceof Object && '_told' in peer;
}
