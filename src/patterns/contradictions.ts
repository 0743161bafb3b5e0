import { Direction } from '../model/direction';
import { Guarantee, Opening } from '../model/guarantee';
import { IpBlock } from '../model/ip-block';
import { containsPods } from '../model/label-space';
import { Anywhere, inShort, PeerTerm, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { Plan, termsAt } from './plan';

/** What a construct does, and where it stands. */
export interface Stated {
  /** Such as `shop/database`. */
  readonly path: string;
  readonly guarantee: Guarantee;
}

/** Two constructs of which one isolates pods and the other opens the world to them. */
export interface Contradiction {
  /** The path of the construct that isolates. */
  readonly isolates: string;
  /** The path of the one that opens. */
  readonly opens: string;
  readonly direction: Direction;
  /** The pods that the one singles out. */
  readonly pods: Pods;
  /** Whom the other lets them reach, or be reached by. */
  readonly peers: readonly PeerTerm[];
}

/**
 * Constructs that are legal together, since policies add up, but of which hardly both are meant.
 *
 * One isolates pods that it singles out. Another opens everything outside, or every pod, to these pods too: because it
 * is for more pods, or although the one allows them nothing in that direction.
 */
export function contradictionsIn(stated: readonly Stated[]): Contradiction[] {
  const openings = stated.flatMap(({ path, guarantee }) => guarantee.opens.flatMap(each => worldOpenings(path, each)));
  const found: Contradiction[] = [];
  for (const one of openings.length === 0 ? [] : stated) {
    for (const { pods, directions } of one.guarantee.isolates) {
      if (pods.podSelector.selectsEverything) continue;
      for (const { path, direction, subjects, peers } of openings) {
        if (path === one.path || !directions.includes(direction)) continue;
        const own = endsAt(one.guarantee, direction).filter(end => hasAll(end.subjects, pods));
        const isMeant = own.some(end => peers.every(peer => end.peers.map(String).includes(String(peer))));
        const isWider = subjects.some(subject => containsPods(subject, pods) && !containsPods(pods, subject));
        const isUndone = own.length === 0 ? hasAll(subjects, pods) : isWider;
        if (isUndone && !isMeant) found.push({ isolates: one.path, opens: path, direction, pods, peers });
      }
    }
  }
  return found;
}

/** What people are told of it. */
export function contradictionInWords({ isolates, opens, direction, pods, peers }: Contradiction): string {
  const others = inShort(peers);
  const isolation = `'${isolates}' isolates ${pods} for ${direction.toLowerCase()}`;
  const opening = direction === Direction.INGRESS ? `lets ${others} reach them` : `lets them reach ${others}`;
  return `${isolation}, and '${opens}' ${opening}: policies add up`;
}

/** Whether a plan opens everything outside, or every pod: without that it contradicts no other. */
export function opensWorld({ connections }: Plan): boolean {
  return connections.some(({ from, to }) => termsAt(from).some(isWorld) || termsAt(to).some(isWorld));
}

/** What is opened at one end of connections: for whose pods, and to whom. */
interface OpenEnd {
  readonly subjects: readonly Pods[];
  readonly peers: readonly PeerTerm[];
}

interface WorldOpening extends OpenEnd {
  readonly path: string;
  readonly direction: Direction;
}

function worldOpenings(path: string, opening: Opening): WorldOpening[] {
  return opening.ends
    .map(direction => ({ path, direction, ...endAt(opening, direction) }))
    .map(end => ({ ...end, peers: end.peers.filter(isWorld) }))
    .filter(({ peers }) => peers.length > 0);
}

function endsAt({ opens }: Guarantee, direction: Direction): OpenEnd[] {
  return opens.filter(({ ends }) => ends.includes(direction)).map(each => endAt(each, direction));
}

function endAt({ from, to }: Opening, direction: Direction): OpenEnd {
  const [own, others] = direction === Direction.INGRESS ? [to, from] : [from, to];
  return { subjects: termsOf(own).filter(term => term instanceof Pods), peers: termsOf(others) };
}

function hasAll(subjects: readonly Pods[], pods: Pods): boolean {
  return subjects.some(subject => containsPods(subject, pods));
}

/** Longest prefix of a block that is not for a few known hosts. */
const WIDE = 8;

/** Whether somebody stands for everything outside, or every pod. */
function isWorld(term: PeerTerm): boolean {
  if (term instanceof Anywhere) return true;
  if (term instanceof IpBlock) return term.cidr.prefixLength <= WIDE;
  // Pods of an object always have labels.
  if (!(term instanceof Pods) || term._areReadLate) return false;
  return term.podSelector.selectsEverything && term.namespaceSelector?.selectsEverything === true;
}
