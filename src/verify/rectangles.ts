import { Direction } from '../model/direction';
import { EndpointSet } from './endpoint-set';
import { Grant } from './grants';
import { PortSetId, PortSets } from './port-sets';
import { Reach } from './reach';

/** Every source reaches every destination on these ports. */
export interface Rectangle {
  readonly sources: EndpointSet;
  readonly destinations: EndpointSet;
  readonly ports: PortSetId;
  /** False where it cannot be told. */
  readonly sure: boolean;
  readonly reason?: string;
}

/** A grant, with the endpoints whose own end it is. */
interface Holding {
  readonly grant: Grant;
  readonly holders: EndpointSet;
}

/**
 * All of a reach as a union of rectangles: the sources that share a grant of egress times the destinations that share a
 * grant of ingress. The work grows with the grants that meet, not with pairs of pods.
 */
export function* rectangles(reach: Reach): Generator<Rectangle> {
  const egress = holdings(reach, Direction.EGRESS);
  const ingress = new HoldingIndex(holdings(reach, Direction.INGRESS), reach.endpoints.all.size);
  for (const out of egress) {
    for (const into of ingress.meeting(out)) {
      const ports = reach.portSets.intersect(out.grant.ports, into.grant.ports);
      if (ports === PortSets.NONE) continue;
      const sources = out.holders.intersect(into.grant.peers);
      const destinations = out.grant.peers.intersect(into.holders);
      if (sources.size === 0 || destinations.size === 0) continue;
      yield {
        sources,
        destinations,
        ports,
        sure: out.grant.sure && into.grant.sure,
        reason: out.grant.reason ?? into.grant.reason,
      };
    }
  }
}

/** The distinct grants of a direction; two are the same if they have the same peers and ports. */
function holdings(reach: Reach, direction: Direction): Holding[] {
  const byGrant = new Map<EndpointSet, Map<string, { grant: Grant; ids: number[] }>>();
  const found: { grant: Grant; ids: number[] }[] = [];
  for (const endpoint of reach.endpoints.all.ids) {
    for (const grant of reach.access(endpoint, direction).grants) {
      const byPorts = byGrant.get(grant.peers) ?? new Map<string, { grant: Grant; ids: number[] }>();
      byGrant.set(grant.peers, byPorts);
      const key = `${grant.ports}${grant.sure ? '' : '?'}`;
      const known = byPorts.get(key);
      if (known !== undefined) known.ids.push(endpoint);
      else {
        const holding = { grant, ids: [endpoint] };
        byPorts.set(key, holding);
        found.push(holding);
      }
    }
  }
  return found.map(({ grant, ids }) => ({ grant, holders: EndpointSet.ofSorted(ids) }));
}

/** Finds the holdings of ingress that a holding of egress can meet, from whichever of its two sides is smaller. */
class HoldingIndex {
  private readonly byHolder: readonly number[][];
  private readonly byPeer: readonly number[][];
  private readonly marks: Int32Array;
  private round = 0;

  constructor(
    private readonly holdings: readonly Holding[],
    endpoints: number,
  ) {
    this.byHolder = invert(
      holdings.map(({ holders }) => holders),
      endpoints,
    );
    this.byPeer = invert(
      holdings.map(({ grant }) => grant.peers),
      endpoints,
    );
    this.marks = new Int32Array(holdings.length);
  }

  *meeting({ grant, holders }: Holding): Generator<Holding> {
    const [lists, side] = grant.peers.size <= holders.size ? [this.byHolder, grant.peers] : [this.byPeer, holders];
    this.round++;
    for (const endpoint of side.ids) {
      for (const number of lists[endpoint]) {
        if (this.marks[number] === this.round) continue;
        this.marks[number] = this.round;
        yield this.holdings[number];
      }
    }
  }
}

function invert(sets: readonly EndpointSet[], endpoints: number): number[][] {
  const lists = Array.from({ length: endpoints }, (): number[] => []);
  sets.forEach(({ ids }, number) => ids.forEach(endpoint => lists[endpoint].push(number)));
  return lists;
}
