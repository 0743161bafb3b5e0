import { Direction } from '../model/direction';
import { Guarantee, Opening } from '../model/guarantee';
import { IpBlock } from '../model/ip-block';
import { Anywhere, PeerTerm, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { Plan, termsAt } from './plan';

/** Whether a plan opens everything outside, or every pod: without that it contradicts no other. */
export function opensWorld({ connections }: Plan): boolean {
  return connections.some(({ from, to }) => termsAt(from).some(isWorld) || termsAt(to).some(isWorld));
}

/** What is opened at one end of connections: for whose pods, and to whom. */
export interface OpenEnd {
  readonly subjects: readonly Pods[];
  readonly peers: readonly PeerTerm[];
}

/** What one or several constructs open alike. */
export interface WorldOpening extends OpenEnd {
  readonly direction: Direction;
  /** Their paths. */
  readonly by: Set<string>;
}

/** The world as constructs open it, by direction, namespace and a label: of thousands few are about the same pods. */
export class WorldOpenings {
  private readonly alike = new Map<string, WorldOpening>();
  private readonly byPlace = new Map<string, WorldOpening[]>();

  constructor(stated: readonly { readonly path: string; readonly guarantee: Guarantee }[]) {
    for (const { path, guarantee } of stated) {
      for (const opening of guarantee.opens) {
        for (const direction of opening.ends) this.add(path, direction, endAt(opening, direction));
      }
    }
    this.place();
  }

  /** Those that may be about all of some pods: a label that they ask for is one that these pods are asked for. */
  to({ namespace, podSelector }: Pods, direction: Direction): readonly WorldOpening[] {
    const labels = podSelector.expressions.flatMap(({ key, values }) => values.map(value => [key, value] as const));
    const places = [NO_LABEL, ...labels].map(label => placeOf(direction, namespace, label));
    return [...new Set(places.flatMap(place => this.byPlace.get(place) ?? []))];
  }

  private add(path: string, direction: Direction, end: OpenEnd): void {
    const peers = end.peers.filter(isWorld);
    if (peers.length === 0) return;
    const words = `${direction} ${end.subjects.join(' or ')}: ${peers.join(' or ')}`;
    const known = this.alike.get(words);
    if (known === undefined) this.alike.set(words, { direction, subjects: end.subjects, peers, by: new Set([path]) });
    else known.by.add(path);
  }

  /** Each subject under the label that fewest others ask for: that of a release is asked for all of its pods. */
  private place(): void {
    const subjects = [...this.alike.values()].flatMap(opening =>
      opening.subjects.map(subject => ({ opening, places: placesOf(opening.direction, subject) })),
    );
    const counts = new Map<string, number>();
    for (const place of subjects.flatMap(({ places }) => places)) counts.set(place, (counts.get(place) ?? 0) + 1);
    const countOf = (place: string) => counts.get(place) ?? 0;
    for (const { opening, places } of subjects) {
      const rarest = places.reduce((rarer, place) => (countOf(place) < countOf(rarer) ? place : rarer));
      const there = this.byPlace.get(rarest);
      if (there === undefined) this.byPlace.set(rarest, [opening]);
      else there.push(opening);
    }
  }
}

function placesOf(direction: Direction, { namespace, podSelector }: Pods): string[] {
  const labels = Object.entries(podSelector.matchLabels);
  return (labels.length === 0 ? [NO_LABEL] : labels).map(label => placeOf(direction, namespace, label));
}

const NO_LABEL: readonly [string, string] = ['', ''];

function placeOf(direction: Direction, namespace: string | undefined, [key, value]: readonly [string, string]): string {
  return `${direction} ${namespace ?? ''} ${key}=${value}`;
}

/** What a construct opens at its own ends in one direction. */
export function endsAt({ opens }: Guarantee, direction: Direction): OpenEnd[] {
  return opens.filter(({ ends }) => ends.includes(direction)).map(each => endAt(each, direction));
}

function endAt({ from, to }: Opening, direction: Direction): OpenEnd {
  const [own, others] = direction === Direction.INGRESS ? [to, from] : [from, to];
  return { subjects: termsOf(own).filter(term => term instanceof Pods), peers: termsOf(others) };
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
