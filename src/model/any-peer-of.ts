import { IPeer, PeerTerm } from './peer';

/** Several peers under one name: a connection has to match one of them. */
export class AnyPeerOf implements IPeer {
  constructor(private readonly terms: readonly PeerTerm[]) {}

  /** Every one of them. */
  toPeers(): PeerTerm[] {
    return [...this.terms];
  }

  /** As people write it, the terms joined by `or`. */
  toString(): string {
    return this.terms.join(' or ');
  }
}
