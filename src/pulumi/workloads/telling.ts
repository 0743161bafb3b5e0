import { Dns } from '../../facts/dns';
import { Peer } from '../../facts/peer';
import { at } from '../../model/check';
import { Direction, DIRECTIONS } from '../../model/direction';
import { IPeer } from '../../model/peer';
import { PolicyError } from '../../model/policy-error';
import { Port } from '../../model/port';
import { directions } from '../../patterns/default-deny';
import { platformOf } from '../../patterns/place';
import { workIn } from '../clusters';
import { copied } from '../outputs/data';
import { Given } from '../outputs/given';
import { End, Told } from './told';

/** One port, also an Output of one, or a list; none means those at which the pods that are reached serve. */
export type GivenPorts = Given<Port> | readonly Given<Port>[];

/** Workloads of the program: connections with them are written at both ends. */
interface ToldPeer {
  /** @internal */
  readonly _told: readonly Told[];
}

/** A `Workload` or `Workloads`. */
export interface Talker extends ToldPeer {
  /** Lets its pods reach a peer. */
  allowTo(peer: Given<IPeer> | Talker, ports?: GivenPorts): void;
  /** Lets a peer reach its pods. */
  allowFrom(peer: Given<IPeer> | Talker, ports?: GivenPorts): void;
}

/** What somebody says to workloads. */
interface Call {
  /** The method that was called. */
  readonly method: string;
  /** Towards the peer, or from it. */
  readonly direction: Direction;
  readonly peer: Given<IPeer> | ToldPeer;
  readonly ports: GivenPorts | undefined;
}

/** Lets workloads reach a peer, or a peer them. Where a part of it is refused, nothing of it is done. */
export function connect(told: readonly Told[], { method, direction, peer, ports }: Call): void {
  const given = copied(ports);
  const parts = told.flatMap(own =>
    own.doing(method, () => {
      const found = isTold(peer)
        ? peer._told.flatMap(other => atBothEnds(own, other, { direction, given }))
        : [{ told: own, end: { direction, peer, ports: portsOr(given, serving(own, direction)) } }];
      for (const { told: each, end } of found) each.check({ isolates: [end.direction], calls: [end] });
      return found;
    }),
  );
  for (const { told: each, end } of parts) each.add(end);
}

/** Lets the pods of each reach those of every one, replicas of its own too. */
export function allowInternally(told: readonly Told[], ports: GivenPorts | undefined): void {
  connect(told, { method: 'allowInternally', direction: Direction.EGRESS, peer: { _told: told }, ports });
}

/** Opens the ports to the public internet. */
export function allowFromInternet(told: readonly Told[], ports: GivenPorts | undefined): void {
  connect(told, { method: 'allowFromInternet', direction: Direction.INGRESS, peer: Peer.internet(), ports });
}

/** Opens the public internet. */
export function allowToInternet(told: readonly Told[], ports: GivenPorts): void {
  connect(told, { method: 'allowToInternet', direction: Direction.EGRESS, peer: Peer.internet(), ports });
}

/** Opens the way to each resolver. */
export function allowDns(told: readonly Told[], given: readonly Given<Dns>[] | undefined): void {
  const parts = told.map(own =>
    own.doing('allowDns', () => {
      const resolvers = given === undefined ? platformOf(workIn(own.wanted.component)).dns : [...given];
      own.check({ isolates: [Direction.EGRESS], dns: resolvers });
      return { own, resolvers };
    }),
  );
  for (const { own, resolvers } of parts) own.addDns(resolvers);
}

/** Isolates, in these directions or both. */
export function isolate(told: readonly Told[], given: readonly Direction[] = DIRECTIONS): void {
  const parts = told.map(own => ({ own, asked: own.doing('isolate', () => at('directions', directions, given)) }));
  for (const { own, asked } of parts) own.isolate(asked);
}

/** One end of what is said, and the workload at which it is. */
interface Part {
  readonly told: Told;
  readonly end: End;
}

interface Way {
  readonly direction: Direction;
  readonly given: GivenPorts | undefined;
}

function atBothEnds(own: Told, other: Told, { direction, given }: Way): Part[] {
  own.checkPeer(other);
  const [from, to] = direction === Direction.EGRESS ? [own, other] : [other, own];
  const ports = portsOr(given, to.props.ports);
  return [
    { told: from, end: { direction: Direction.EGRESS, peer: to.pods, ports } },
    { told: to, end: { direction: Direction.INGRESS, peer: from.pods, ports } },
  ];
}

/** The ports at which somebody else reaches a workload; those of somebody else are not known. */
function serving({ props }: Told, direction: Direction): Given<Port[]> | undefined {
  return direction === Direction.INGRESS ? props.ports : undefined;
}

/** These ports, or else those at which the pods that are reached serve. */
function portsOr(given: GivenPorts | undefined, served: Given<Port[]> | undefined): Given<Port[]> {
  const found = given === undefined ? served : listed(given);
  if (found !== undefined) return found;
  throw new PolicyError({
    code: 'missing',
    path: 'ports',
    problem: 'nobody says at which ports the peer can be reached',
    fix: 'give the ports here, or to the Workload; every port is Port.all()',
  });
}

function listed(given: GivenPorts): readonly Given<Port>[] {
  return Array.isArray(given) ? given : [given as Given<Port>];
}

function isTold(peer: Call['peer']): peer is ToldPeer {
  return peer instanceof Object && '_told' in peer;
}
