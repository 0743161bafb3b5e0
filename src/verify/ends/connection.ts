import { Labels, Workload } from '../../model/cluster';
import { IpAddress } from '../../model/ip-address';
import { Protocol } from '../../model/protocol';

/** One end of a concrete connection: a pod that is there or could be, or an address outside. */
export interface Participant {
  /** As people write it. */
  readonly name: string;
  /** Undefined: an address. */
  readonly workload?: Workload;
  /** Of a namespace that was not read. */
  readonly namespaceLabels?: Labels;
  readonly address?: IpAddress;
  /** The addresses that it stands for, where they are several; mixed: policies may tell them from each other. */
  readonly blocks?: { readonly cidrs: readonly string[]; readonly areMixed: boolean };
}

/** One concrete connection. */
export interface Connection {
  readonly from: Participant;
  readonly to: Participant;
  readonly protocol: Protocol;
  /** The destination's own port, 1-65535. */
  readonly port: number;
}

/** A question's answer: all of it is allowed, all of it is denied, some of it is allowed, or it cannot be told. */
export type Verdict = 'allow' | 'deny' | 'some' | 'unknown';

export interface Answer {
  readonly verdict: Verdict;
  /** A connection of the question that is allowed, if one is. */
  readonly allowed?: Connection;
  /** A connection of the question that is denied, if one is. */
  readonly denied?: Connection;
  /** Why it cannot be told; undefined where it can. */
  readonly reason?: string;
}

/** The one answer to a question about no connection at all: of a larger question it is no part. */
export const NOTHING: Answer = { verdict: 'unknown', reason: 'no such pod or port can exist' };

/** The answer from what is known; {@link NOTHING} where nothing is. */
export function answerOf(known: Omit<Answer, 'verdict'>): Answer {
  const { allowed, denied, reason } = known;
  if (allowed !== undefined && denied !== undefined) return { ...known, verdict: 'some' };
  if (reason !== undefined) return { ...known, verdict: 'unknown' };
  if (denied !== undefined) return { ...known, verdict: 'deny' };
  return allowed === undefined ? NOTHING : { ...known, verdict: 'allow' };
}

/** The answer to a question from those to its parts; no more are asked once some is allowed and some is not. */
export function combine<P>(parts: Iterable<P>, ask: (part: P) => Answer): Answer {
  let all: Omit<Answer, 'verdict'> = {};
  for (const part of parts) {
    const answer = ask(part);
    if (answer === NOTHING) continue;
    const { allowed, denied, reason } = answer;
    all = { allowed: all.allowed ?? allowed, denied: all.denied ?? denied, reason: all.reason ?? reason };
    if (all.allowed !== undefined && all.denied !== undefined) break;
  }
  return answerOf(all);
}
