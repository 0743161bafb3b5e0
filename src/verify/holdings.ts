import { Direction } from '../model/direction';
import { EndpointSet } from './endpoint-set';
import { Grant } from './grants';
import { Reach } from './reach';

/** A grant, with the endpoints whose own end it is. */
export interface Holding {
  readonly grant: Grant;
  readonly holders: EndpointSet;
}

/** The distinct grants of a direction: those with the same peers and ports are one. */
export function holdingsOf(reach: Reach, direction: Direction): Holding[] {
  const byPeers = new Map<EndpointSet, Map<string, OpenHolding>>();
  const found: OpenHolding[] = [];
  for (const endpoint of reach.endpoints.all.ids) {
    for (const grant of reach.access(endpoint, direction).grants) {
      const byPorts = byPeers.get(grant.peers) ?? new Map<string, OpenHolding>();
      byPeers.set(grant.peers, byPorts);
      const key = grant.sure ? `${grant.ports}` : `${grant.ports} ${grant.reason}`;
      const known = byPorts.get(key) ?? { grant, ids: [] };
      if (known.ids.length === 0) found.push(known);
      known.ids.push(endpoint);
      byPorts.set(key, known);
    }
  }
  return found.map(({ grant, ids }) => ({ grant, holders: EndpointSet.ofSorted(ids) }));
}

interface OpenHolding {
  readonly grant: Grant;
  readonly ids: number[];
}

/** Finds the holdings of ingress that a holding of egress can meet, from whichever of its two sides is smaller. */
export class HoldingIndex {
  private readonly byHolder: readonly number[][];
  private readonly byPeer: readonly number[][];
  private readonly marks: Int32Array;
  private round = 0;

  constructor(
    private readonly holdings: readonly Holding[],
    endpoints: number,
  ) {
    this.byHolder = invert(holdings, endpoints, ({ holders }) => holders);
    this.byPeer = invert(holdings, endpoints, ({ grant }) => grant.peers);
    this.marks = new Int32Array(holdings.length);
  }

  /** Those that have an endpoint in common with the other, at one of its two sides. */
  meeting({ grant, holders }: Holding): Holding[] {
    return grant.peers.size <= holders.size
      ? this.distinct(this.byHolder, grant.peers)
      : this.distinct(this.byPeer, holders);
  }

  /** Those whose peers an endpoint is one of. */
  admitting(endpoint: number): readonly Holding[] {
    return this.byPeer[endpoint].map(number => this.holdings[number]);
  }

  private distinct(lists: readonly number[][], { ids }: EndpointSet): Holding[] {
    const found: Holding[] = [];
    this.round++;
    for (const endpoint of ids) {
      for (const number of lists[endpoint]) {
        if (this.marks[number] !== this.round) found.push(this.holdings[number]);
        this.marks[number] = this.round;
      }
    }
    return found;
  }
}

function invert(holdings: readonly Holding[], endpoints: number, side: (holding: Holding) => EndpointSet): number[][] {
  const lists = Array.from({ length: endpoints }, (): number[] => []);
  holdings.forEach((holding, number) => side(holding).ids.forEach(endpoint => lists[endpoint].push(number)));
  return lists;
}
