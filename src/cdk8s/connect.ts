import { Dns } from '../facts/dns';
import { Peer } from '../facts/peer';
import { at, Check, optional } from '../model/check';
import { Direction, DIRECTIONS } from '../model/direction';
import { IPeer } from '../model/peer';
import { peerOf } from '../model/peer-of';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { dns } from '../patterns/allow-dns';
import { directions } from '../patterns/default-deny';
import { port, ports as portList } from '../patterns/fields';
import { halfOpen, Talk } from '../patterns/workload';
import { Party, portsAt } from './party';

/** A peer behind which stand workloads of the program: connections with it are written at both ends. */
export interface PartyPeer extends IPeer {
  readonly _parties: readonly Party[];
}

/** What somebody says to a workload. */
export interface Call {
  /** The method that was called. */
  readonly method: string;
  /** Towards the peer, or from it. */
  readonly direction: Direction;
  readonly peer: IPeer;
  readonly ports?: Port | Port[];
}

/** Lets workloads reach a peer, or a peer them. Where a part of it is refused, nothing of it is done. */
export function connect(parties: readonly Party[], { method, direction, peer, ports }: Call): void {
  const ends = parties.flatMap(party =>
    party.naming(method, () => {
      const given = at('ports', optional(oneOrSeveral), ports);
      const told = isPartyPeer(peer)
        ? peer._parties.flatMap(other => atBothEnds(party, other, { direction, given }))
        : [{ party, talk: atOwnEnd(party, at('peer', peerOf, peer), { direction, given }) }];
      return told.map(checked);
    }),
  );
  tellAll(ends);
}

const oneOrSeveral: Check<Port[]> = value => (Array.isArray(value) ? portList(value) : [port(value)]);

/** Lets the pods of each reach those of every one, replicas of its own too. */
export function allowInternally(parties: readonly Party[], ports?: Port | Port[]): void {
  connect(parties, { method: 'allowInternally', direction: Direction.EGRESS, peer: together(parties), ports });
}

/** Opens the ports to the public internet. */
export function allowFromInternet(parties: readonly Party[], ports?: Port | Port[]): void {
  const direction = Direction.INGRESS;
  connect(parties, { method: 'allowFromInternet', direction, peer: Peer.internet(), ports });
}

/** Opens the public internet. */
export function allowToInternet(parties: readonly Party[], ports: Port | Port[]): void {
  connect(parties, { method: 'allowToInternet', direction: Direction.EGRESS, peer: Peer.internet(), ports });
}

/** Opens the way to each resolver. */
export function allowDns(parties: readonly Party[], given: readonly Dns[] | undefined): void {
  const ends = parties.flatMap(party =>
    party.naming('allowDns', () => {
      const resolvers = at('dns', dns, given) ?? party.platform.dns;
      return resolvers.map(({ peer, ports }, index) => {
        const talk = { direction: Direction.EGRESS, peers: [peer], ports, path: `dns[${index}]`, isDns: true };
        return checked({ party, talk });
      });
    }),
  );
  tellAll(ends);
}

/** Isolates, in these directions or both. */
export function isolate(parties: readonly Party[], given: readonly Direction[] | undefined): void {
  const ends = parties.map(party => ({
    party,
    isolated: party.naming('isolate', () => at('directions', optional(directions), given)) ?? DIRECTIONS,
  }));
  for (const { party } of ends) party.claim();
  for (const { party, isolated } of ends) party.isolate(isolated);
}

interface End {
  readonly party: Party;
  readonly talk: Talk;
}

function checked(end: End): End {
  end.party.check(end.talk);
  return end;
}

function tellAll(ends: readonly End[]): void {
  for (const { party } of ends) party.claim();
  for (const { party, talk } of ends) party.tell(talk);
}

interface Way {
  readonly direction: Direction;
  readonly given: readonly Port[] | undefined;
}

function atBothEnds(own: Party, other: Party, { direction, given }: Way): End[] {
  refuseApart(own, other);
  const [from, to] = direction === Direction.EGRESS ? [own, other] : [other, own];
  const ports = to.portsOr(given);
  return [
    { party: from, talk: { direction: Direction.EGRESS, peers: [to.pods], ports } },
    { party: to, talk: { direction: Direction.INGRESS, peers: [from.pods], ports } },
  ];
}

/** The other end is somebody else's: nothing is written there. */
function atOwnEnd(party: Party, peer: IPeer, { direction, given }: Way): Talk {
  const ports = direction === Direction.INGRESS ? party.portsOr(given) : portsAt(peer, given);
  return { direction, peers: [peer], ports, path: 'peer' };
}

function together(parties: readonly Party[]): PartyPeer {
  return { _parties: parties, toPeers: () => parties.map(({ pods }) => pods) };
}

function isPartyPeer(peer: IPeer): peer is PartyPeer {
  return peer instanceof Object && '_parties' in peer;
}

/** Two workloads of which one would not be written, or not where the other looks for it. */
function refuseApart(a: Party, b: Party): void {
  if (a.owner.node.root !== b.owner.node.root) {
    const { path } = b.owner.node;
    throw new PolicyError({
      code: 'conflict',
      path: 'peer',
      value: path,
      problem: `Workload '${path}' is in another app, and both ends are only written when both apps are`,
      fix: 'give pods instead, such as Pods.labeled(…).inNamespace(…): then only the own end is written',
    });
  }
  if ((a.pods.namespace === undefined) !== (b.pods.namespace === undefined)) {
    throw halfOpen(b.owner.node.path);
  }
}
