import { AnyPeerOf } from './any-peer-of';
import { Check, isMade, isRecord, listOf, wrongType } from './check';
import { IpBlock } from './ip-block';
import { Anywhere, IPeer, PeerTerm } from './peer';
import { Pods } from './pods';

const HOW = "a peer, such as Pods.labeled({ app: 'web' }) or Peer.internet()";

/** A peer, or the refusal of what is none. A class of the user's is asked once for what it stands for, and not again. */
export const peerOf: Check<IPeer> = value => {
  if (isTerm(value) || value instanceof AnyPeerOf) return value;
  if (!isPeer(value)) throw wrongType(value, HOW);
  return new AnyPeerOf(terms(value.toPeers()));
};

const term: Check<PeerTerm> = value => {
  if (!isTerm(value)) throw wrongType(value, HOW);
  return value;
};

const terms = listOf(term, 'a peer stands for somebody; everyone is Peer.anywhere()');

/** Others could not be written: no policy says them. */
function isTerm(value: unknown): value is PeerTerm {
  return isMade(Pods, value) || isMade(IpBlock, value) || value instanceof Anywhere;
}

function isPeer(value: unknown): value is IPeer {
  return isRecord(value) && typeof value.toPeers === 'function';
}
