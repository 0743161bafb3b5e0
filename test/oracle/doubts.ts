import { Connection, Endpoint, Pod } from './cluster';
import { IpBlock, Peer, Port } from './manifest';

/** Says what manifests and the API leave open, one way or the other. */
export interface Doubts {
  /** Whether a block covers an end. */
  covers(block: IpBlock, end: Endpoint): boolean;
  /** Whether policies take a pod on the host network for a pod: as one they select, or as one that a peer selects. */
  isSeen(pod: Pod, as: 'subject' | 'peer'): boolean;
  /** Whether the source is the node on which the destination runs, which no policy keeps out. */
  isOwnNode(connection: Connection): boolean;
  /** Whether a policy counts whose rules have these ports; left out: every one does. */
  isInForce?(ports: readonly (Port | null)[]): boolean;
  /** Whether a port of a rule opens a connection to a peer that it matches; undefined: as the API says. */
  opens?(port: PortOfRule, connection: Connection): boolean | undefined;
}

/** A port of a rule, and the peer to which it opens. */
export interface PortOfRule {
  readonly port: Port;
  readonly peer: Peer;
  readonly rule: { readonly ports: readonly (Port | null)[] };
}

/** Answers a question that is open; the same question gets the same answer. */
export type Choose = (question: string) => boolean;

/** What comes out when every open question is answered in every way; no more is tried once both have come out. */
export function outcomes(decide: (choose: Choose) => boolean): Set<boolean> {
  const found = new Set<boolean>();
  const open: Map<string, boolean>[] = [new Map()];
  for (let answers = open.pop(); answers !== undefined && found.size < 2; answers = open.pop()) {
    const known = answers;
    found.add(
      decide(question => {
        const answer = known.get(question);
        if (answer !== undefined) return answer;
        open.push(new Map([...known, [question, true]]));
        known.set(question, false);
        return false;
      }),
    );
  }
  return found;
}
