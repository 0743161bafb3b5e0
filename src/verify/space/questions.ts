import { Direction, DIRECTIONS } from '../../model/direction';
import { PeerTerm } from '../../model/peer';
import { Port } from '../../model/port';
import { enforcedBy, PolicyWorld } from '../reach/enforcement';
import { Alternatives, negate, product } from './atoms';
import { Decisions, decisionsAt } from './decisions';
import { Encoder } from './encoder';
import { Clause, Problem } from './solver';
import { Existence, Space } from './space';

/** Connections between anyone who could exist: any `from` to any `to`, on any of the ports. */
export interface Connections {
  readonly from: readonly PeerTerm[];
  readonly to: readonly PeerTerm[];
  readonly ports: readonly Port[];
}

/** Some policies, asked about every pod that could exist. */
export class Questions {
  private readonly decisions: Readonly<Record<Direction, Decisions>>;

  /** @param space shared by all policies that are compared with each other */
  constructor(
    private readonly space: Space,
    world: PolicyWorld,
  ) {
    const enforced = enforcedBy(space.assumptions.engine, world);
    this.decisions = {
      [Direction.INGRESS]: decisionsAt(Direction.INGRESS, enforced, space.encoder),
      [Direction.EGRESS]: decisionsAt(Direction.EGRESS, enforced, space.encoder),
    };
  }

  /** Whether any of these connections is allowed, those of `except` aside. */
  anyAllowed(connections: Connections, except: readonly Connections[] = []): Existence {
    return this.space.find({
      parts: [...this.cases(connections), ...this.allowed(DIRECTIONS)],
      clauses: this.outside(except),
    });
  }

  /** Whether any of these connections is allowed at the end that a direction names, those of `except` aside. */
  anyAllowedAt(direction: Direction, connections: Connections, except: readonly Connections[]): Existence {
    const parts = [...this.cases(connections), ...this.allowed([direction])];
    return this.space.find({ parts, clauses: this.outside(except) });
  }

  /** Whether any of these connections is denied, those of `except` aside. */
  anyDenied(connections: Connections, except: readonly Connections[] = []): Existence {
    return this.space.find({
      parts: [...this.cases(connections), this.denied(DIRECTIONS)],
      clauses: this.outside(except),
    });
  }

  /** Whether any of these connections is denied at the end that a direction names. */
  anyDeniedAt(direction: Direction, connections: Connections): Existence {
    return this.space.find({ parts: [...this.cases(connections), this.denied([direction])], clauses: [] });
  }

  /** Whether any connection at all is allowed by these policies, and denied by the others. @param at one end only */
  anyAllowedBeyond(others: Questions, at?: Direction): Existence {
    const directions = at === undefined ? DIRECTIONS : [at];
    return this.space.find({ parts: [...this.allowed(directions), others.denied(directions)], clauses: [] });
  }

  private allowed(directions: readonly Direction[]): (readonly Problem[])[] {
    return directions.map(direction => this.decisions[direction].allow);
  }

  private denied(directions: readonly Direction[]): Problem[] {
    return directions.flatMap(direction => this.decisions[direction].deny);
  }

  private cases({ from, to, ports }: Connections): (readonly Problem[])[] {
    const { encoder } = this.space;
    const factors = [
      from.flatMap(peer => encoder.peer('from', peer)),
      to.flatMap(peer => encoder.peer('to', peer)),
      encoder.ports.exactly(ports),
    ];
    return factors.map(problems);
  }

  private outside(connections: readonly Connections[]): Clause[] {
    return connections.flatMap(each => negate(alternativesOf(each, this.space.encoder)));
  }
}

/** Connections as alternatives for the solver. */
function alternativesOf({ from, to, ports }: Connections, encoder: Encoder): Alternatives {
  return product(
    from.flatMap(peer => encoder.peer('from', peer)),
    to.flatMap(peer => encoder.peer('to', peer)),
    encoder.ports.exactly(ports),
  );
}

/** Alternatives as cases that ask for nothing more. */
export function problems(alternatives: Alternatives): Problem[] {
  return alternatives.map(atoms => ({ atoms, clauses: [] }));
}
