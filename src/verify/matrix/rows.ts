import { NO_REASONS, Ports, Reach } from '../reach/reach';
import { PortSetId, PortSets } from '../sets/port-sets';
import { Inverse } from './inverse';
import { Rectangle, rectangles } from './rectangles';

/** What one source reaches of one destination. */
export interface Cell extends Ports {
  readonly to: number;
}

/** Answers source by source; every pair that is not there is denied. */
export class Rows {
  private readonly rectangles: readonly Rectangle[];
  private readonly ofSource: Inverse;
  /** Beside each destination the ports that the source at hand is known to reach. */
  private readonly allowed: Int32Array;
  /** Beside each destination whether it stands in the row at hand, and whether it is to be asked. */
  private readonly state: Uint8Array;

  constructor(private readonly reach: Reach) {
    const endpoints = reach.endpoints.all.size;
    this.rectangles = [...rectangles(reach)];
    this.ofSource = new Inverse(
      this.rectangles.map(({ sources }) => sources),
      endpoints,
    );
    this.allowed = new Int32Array(endpoints);
    this.state = new Uint8Array(endpoints);
  }

  /** Whom a source reaches, in ascending order. */
  from(source: number): Cell[] {
    const found: number[] = [];
    for (const number of this.ofSource.of(source)) this.add(this.rectangles[number], found);
    return found.sort((a, b) => a - b).map(to => this.take(source, to));
  }

  private add({ destinations: { ids }, ports, sure }: Rectangle, found: number[]): void {
    for (let at = 0; at < ids.length; at++) {
      const to = ids[at];
      if (this.state[to] === ABSENT) found.push(to);
      if (!sure) this.state[to] = IN_DOUBT;
      else if (this.state[to] !== IN_DOUBT) this.state[to] = SURE;
      if (sure) this.allowed[to] = this.reach.portSets.union(this.allowed[to], ports);
    }
  }

  /** Takes a cell out of the row at hand. */
  private take(source: number, to: number): Cell {
    const isSure = this.state[to] === SURE;
    const allowed: PortSetId = this.allowed[to];
    this.state[to] = ABSENT;
    this.allowed[to] = PortSets.NONE;
    return isSure
      ? { to, allowed, unknown: PortSets.NONE, reasons: NO_REASONS }
      : { to, ...this.reach.between(source, to) };
  }
}

const ABSENT = 0;
const SURE = 1;
const IN_DOUBT = 2;
