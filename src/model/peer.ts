/**
 * The other end of a rule.
 *
 * {@link Pods} and {@link IpBlock} are peers, so are the tiers of a construct, and `Peer` has the well-known ones.
 */
export interface IPeer {
  /** What this stands for, one of which a connection has to match; never empty. */
  toPeers(): PeerTerm[];
}

/** One entry of a rule's `from` or `to`: {@link Pods}, {@link IpBlock} or {@link Anywhere}. */
export abstract class PeerTerm implements IPeer {
  /** This and nothing else. */
  toPeers(): PeerTerm[] {
    return [this];
  }

  /** As people write it, such as `pods app=web in namespace shop`. */
  abstract toString(): string;
}

/** Every pod, node and address, in the cluster and outside. */
export class Anywhere extends PeerTerm {
  /** There is only one anywhere. */
  static readonly INSTANCE = new Anywhere();

  private constructor() {
    super();
  }

  /** The word itself. */
  toString(): string {
    return 'anywhere';
  }
}

/** One entry a pod selector or block, across peers that stand for several. */
export function termsOf(peers: readonly IPeer[]): PeerTerm[] {
  return peers.length === 1 ? peers[0].toPeers() : peers.flatMap(each => each.toPeers());
}

/** Peers for people who know them: exceptions of a block are left out, the public internet has dozens. */
export function inShort(peers: readonly IPeer[]): string {
  return termsOf(peers)
    .map(term => String(term).replace(/ except .*/, ' with exceptions'))
    .join(' or ');
}
