import { AdminAction } from '../../model/admin-policy';
import { EndpointSet } from '../sets/endpoint-set';
import { PortSetId, PortSets } from '../sets/port-sets';
import { Grant } from './grants';

/** What a rule of an administrator matches, and what it does then. */
export interface TierRule {
  readonly action: AdminAction;
  readonly matches: readonly Grant[];
}

/** The rules of one policy, in order. */
export type TierPolicy = readonly TierRule[];

/** Every outcome that a port may have. A port may be in several of these where a match is in doubt. */
interface Outcomes {
  readonly accept: PortSetId;
  readonly deny: PortSetId;
  readonly pass: PortSetId;
  /** Not decided so far. */
  readonly open: PortSetId;
}

/** Peers that a tier treats alike. */
export interface TierPiece extends Outcomes {
  readonly peers: EndpointSet;
  /** Why a port may have several outcomes. */
  readonly reasons: readonly string[];
}

const RIVALS = 'policies of one priority disagree, and either may prevail';

/** Works out a tier: the first rule that matches decides. Where it is in doubt which one that is, every outcome is kept. */
export class Tier {
  constructor(private readonly portSets: PortSets) {}

  /** What a tier makes of the open ports. @param priorities the policies of each priority, lowest number first */
  decide(priorities: readonly (readonly TierPolicy[])[], pieces: readonly TierPiece[]): TierPiece[] {
    return priorities.reduce<TierPiece[]>((open, policies) => this.decidePriority(policies, open), [...pieces]);
  }

  /** Policies of one priority have no order: each decides for itself, and where two do, either may prevail. */
  private decidePriority(policies: readonly TierPolicy[], pieces: readonly TierPiece[]): TierPiece[] {
    const split = policies
      .flat()
      .flatMap(({ matches }) => matches)
      .reduce<TierPiece[]>(splitBy, [...pieces]);
    return split.map(piece => {
      const outcomes = policies.map(policy => this.outcomesOf(policy, piece));
      const rivals = this.disagree(outcomes) ? [RIVALS] : [];
      const reasons = new Set([...piece.reasons, ...rivals, ...policies.flatMap(policy => this.doubts(policy, piece))]);
      return { ...outcomes.reduce<TierPiece>((all, one) => this.either(all, one), piece), reasons: [...reasons] };
    });
  }

  /** Whether two policies decide differently about a port. */
  private disagree(policies: readonly Outcomes[]): boolean {
    const { portSets } = this;
    const differ = (one: PortSetId, others: readonly PortSetId[]) =>
      others.some(other => portSets.intersect(one, other) !== PortSets.NONE);
    return policies.some(({ accept, deny, pass }, index) =>
      policies
        .slice(index + 1)
        .some(
          other =>
            differ(accept, [other.deny, other.pass]) ||
            differ(deny, [other.accept, other.pass]) ||
            differ(pass, [other.accept, other.deny]),
        ),
    );
  }

  /** Why it cannot be told whether rules match that could. */
  private doubts(policy: TierPolicy, { peers, open }: TierPiece): string[] {
    const mine = policy.flatMap(({ matches }) => matches).filter(match => match.peers.has(peers.ids[0]));
    return mine.flatMap(({ ports, reason }) =>
      reason !== undefined && this.portSets.intersect(ports, open) !== PortSets.NONE ? [reason] : [],
    );
  }

  private outcomesOf(policy: TierPolicy, { peers, open }: TierPiece): Outcomes {
    const outcomes = { accept: PortSets.NONE, deny: PortSets.NONE, pass: PortSets.NONE, open };
    for (const { action, matches } of policy) {
      const mine = matches.filter(match => match.peers.has(peers.ids[0]));
      const decided = this.portSets.intersect(outcomes.open, this.portsOf(mine));
      const key = OUTCOME[action];
      outcomes[key] = this.portSets.union(outcomes[key], decided);
      outcomes.open = this.portSets.subtract(outcomes.open, this.portsOf(mine.filter(({ sure }) => sure)));
    }
    return outcomes;
  }

  private portsOf(matches: readonly Grant[]): PortSetId {
    return matches.reduce((all, { ports }) => this.portSets.union(all, ports), PortSets.NONE);
  }

  private either(piece: TierPiece, outcomes: Outcomes): TierPiece {
    return {
      ...piece,
      accept: this.portSets.union(piece.accept, outcomes.accept),
      deny: this.portSets.union(piece.deny, outcomes.deny),
      pass: this.portSets.union(piece.pass, outcomes.pass),
      open: this.portSets.intersect(piece.open, outcomes.open),
    };
  }
}

const OUTCOME = { Accept: 'accept', Deny: 'deny', Pass: 'pass' } as const;

function splitBy(pieces: readonly TierPiece[], { peers }: Grant): TierPiece[] {
  return pieces.flatMap(piece => {
    const inside = piece.peers.intersect(peers);
    if (inside.size === 0 || inside.size === piece.peers.size) return [piece];
    return [
      { ...piece, peers: inside },
      { ...piece, peers: piece.peers.subtract(inside) },
    ];
  });
}
