import { Direction } from '../model/direction';
import { Guarantee, Isolation } from '../model/guarantee';
import { containsPods, isUnsatisfiable } from '../model/label-space';
import { inShort, PeerTerm } from '../model/peer';
import { Pods } from '../model/pods';
import { endsAt, OpenEnd, WorldOpening, WorldOpenings } from './world-openings';

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
  const openings = new WorldOpenings(stated);
  return stated.flatMap(one => one.guarantee.isolates.flatMap(isolation => undoneBy(openings, one, isolation)));
}

/** What people are told of it. @param named how a construct is called in a sentence, by its path */
export function contradictionInWords(
  { isolates, opens, direction, pods, peers }: Contradiction,
  named: (path: string) => string = path => `'${path}'`,
): string {
  const others = inShort(peers);
  const isolation = `${named(isolates)} isolates ${pods} for ${direction.toLowerCase()}`;
  const opening = direction === Direction.INGRESS ? `lets ${others} reach them` : `lets them reach ${others}`;
  return `${isolation}, and ${named(opens)} ${opening}: policies add up`;
}

/** What speaks against one isolation of a construct. */
function undoneBy(
  openings: WorldOpenings,
  { path, guarantee }: Stated,
  { pods, directions }: Isolation,
): Contradiction[] {
  if (pods.podSelector.selectsEverything || isUnsatisfiable(pods.podSelector)) return [];
  return directions.flatMap(direction => {
    const others = openings.to(pods, direction).filter(({ by }) => by.size > 1 || !by.has(path));
    const own = others.length === 0 ? [] : endsAt(guarantee, direction).filter(end => hasAll(end.subjects, pods));
    const found = others.filter(opening => isUndone(pods, opening, own) && !isMeant(opening, own));
    return found.flatMap(({ by, peers }) =>
      [...by].filter(other => other !== path).map(opens => ({ isolates: path, opens, direction, pods, peers })),
    );
  });
}

/** @param own what the construct opens itself to all of the pods that it isolates */
function isUndone(pods: Pods, { subjects }: WorldOpening, own: readonly OpenEnd[]): boolean {
  if (own.length === 0) return hasAll(subjects, pods);
  return subjects.some(subject => containsPods(subject, pods) && !containsPods(pods, subject));
}

function isMeant({ peers }: WorldOpening, own: readonly OpenEnd[]): boolean {
  const wanted = peers.map(String);
  return own.some(end => {
    const opened = new Set(end.peers.map(String));
    return wanted.every(peer => opened.has(peer));
  });
}

function hasAll(subjects: readonly Pods[], pods: Pods): boolean {
  return subjects.some(subject => containsPods(subject, pods));
}
