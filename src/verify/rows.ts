import { Direction } from '../model/direction';
import { EndpointSet } from './endpoint-set';
import { HoldingIndex, holdingsOf } from './holdings';
import { PortSets } from './port-sets';
import { Ports, Reach } from './reach';

/** What one source reaches of one destination. */
export interface Cell extends Ports {
  readonly to: number;
}

/** Answers source by source; every pair that is not there is denied. */
export class Rows {
  private readonly ingress: HoldingIndex;
  private readonly marks: Int32Array;
  private round = 0;

  constructor(private readonly reach: Reach) {
    const endpoints = reach.endpoints.all.size;
    this.ingress = new HoldingIndex(holdingsOf(reach, Direction.INGRESS), endpoints);
    this.marks = new Int32Array(endpoints);
  }

  /** Whom a source reaches, in ascending order. */
  from(source: number): Cell[] {
    const cells: Cell[] = [];
    for (const to of this.candidates(source)) {
      const ports = this.reach.between(source, to);
      if (ports.allowed !== PortSets.NONE || ports.unknown !== PortSets.NONE) cells.push({ to, ...ports });
    }
    return cells.sort((a, b) => a.to - b.to);
  }

  /** Those to whom the source may send, or those who accept it, whichever are fewer: all others are denied. */
  private candidates(source: number): number[] {
    const sending = this.reach.access(source, Direction.EGRESS).grants.map(({ peers }) => peers);
    const accepting = this.ingress.admitting(source).map(({ holders }) => holders);
    return this.distinct(sizeOf(sending) <= sizeOf(accepting) ? sending : accepting);
  }

  private distinct(sets: readonly EndpointSet[]): number[] {
    const found: number[] = [];
    this.round++;
    for (const { ids } of sets) {
      for (const endpoint of ids) {
        if (this.marks[endpoint] !== this.round) found.push(endpoint);
        this.marks[endpoint] = this.round;
      }
    }
    return found;
  }
}

function sizeOf(sets: readonly EndpointSet[]): number {
  return sets.reduce((size, set) => size + set.size, 0);
}
