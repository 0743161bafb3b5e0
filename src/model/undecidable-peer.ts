import { PeerTerm } from './peer';

/** A peer that manifests alone cannot decide: nodes by label, domain names. It may match addresses outside, never pods. */
export class UndecidablePeer extends PeerTerm {
  /** @param what in words, such as `nodes kubernetes.io/os=linux` */
  constructor(readonly what: string) {
    super();
  }

  /** In those words. */
  toString(): string {
    return this.what;
  }
}
