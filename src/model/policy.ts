import { Direction } from './direction';
import { LabelSelector } from './label-selector';
import { Origin } from './origin';
import { PeerTerm } from './peer';
import { PolicyError } from './policy-error';
import { Port } from './port';

/** Peers times ports: each peer may use each port. */
export class Rule {
  constructor(
    readonly peers: readonly PeerTerm[],
    readonly ports: readonly Port[],
    /** Whether `from` or `to` was written as an empty list, which stands for everyone. */
    readonly hasEmptyPeerList: boolean = false,
  ) {
    if (peers.length === 0 || ports.length === 0) throw emptyRule(peers, ports);
  }
}

/** One NetworkPolicy as it is to be written: the pods it selects and, per direction that it isolates, what it allows them. */
export interface PlannedPolicy {
  readonly name: string;
  /** Undefined where the manifest is to be used in whichever namespace it is applied to. */
  readonly namespace?: string;
  readonly podSelector: LabelSelector;
  /** Undefined: does not isolate for ingress. Empty: isolates and allows nothing. */
  readonly ingress?: readonly Rule[];
  /** Undefined: does not isolate for egress. Empty: isolates and allows nothing. */
  readonly egress?: readonly Rule[];
  /** Directions that are written down and count for nothing, since `policyTypes` leaves them out; undefined: none. */
  readonly withoutEffect?: readonly Direction[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Where it was read, if it was. */
  readonly origin?: Origin;
}

/** One NetworkPolicy as it is read, and so in force in a namespace. */
export interface Policy extends PlannedPolicy {
  readonly namespace: string;
}

function emptyRule(peers: readonly PeerTerm[], ports: readonly Port[]): PolicyError {
  return new PolicyError({
    code: 'empty-list',
    path: peers.length === 0 ? 'peers' : 'ports',
    value: peers.length === 0 ? peers : ports,
    problem: 'the list is empty',
    fix: 'everything is a word: Peer.anywhere(), Port.all()',
  });
}
