import { Check, isRecord, wrongType } from './check';

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

const HOW = "a peer, such as Pods.labeled({ app: 'web' }) or Peer.internet()";

export const peer: Check<IPeer> = value => {
  if (!isPeer(value)) throw wrongType(value, HOW);
  for (const term of value.toPeers()) if (!(term instanceof PeerTerm)) throw wrongType(term, HOW);
  return value;
};

function isPeer(value: unknown): value is IPeer {
  return isRecord(value) && typeof value.toPeers === 'function';
}

/** One entry a pod selector or block, across peers that stand for several. */
export function termsOf(peers: readonly IPeer[]): PeerTerm[] {
  return peers.length === 1 ? peers[0].toPeers() : peers.flatMap(each => each.toPeers());
}
