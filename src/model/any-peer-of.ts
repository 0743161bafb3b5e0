import { IPeer, PeerTerm } from './peer';

/** Several peers under one name: a connection has to match one of them. */
export class AnyPeerOf implements IPeer {
  /**
   *
   */
  constructor(private readonly terms: readonly PeerTerm[]) {}

  /**
   *
   */
  toPeers(): PeerTerm[] {
    return [...this.terms];
  }

  /**
   *
   */
  toString(): string {
    return this.terms.join(' or ');
  }
}
