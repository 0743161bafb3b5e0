import { Direction } from '../model/direction';
import { EndpointSet } from './endpoint-set';
import { Grant } from './grants';
import { Inverse } from './inverse';
import { Reach } from './reach';

/** A grant, with the endpoints whose own end it is. */
export interface Holding {
  readonly grant: Grant;
  readonly holders: EndpointSet;
}

/** The distinct grants of a direction: those with the same peers and ports are one. */
export function holdingsOf(reach: Reach, direction: Direction): Holding[] {
  const found: OpenHolding[] = [];
  const byPorts = new Map<string | number, Map<EndpointSet, OpenHolding>>();
  for (const endpoint of reach.endpoints.all.ids) {
    for (const grant of reach.access(endpoint, direction).grants) {
      const key = grant.sure ? grant.ports : `${grant.ports} ${grant.reason}`;
      const byPeers = byPorts.get(key) ?? new Map<EndpointSet, OpenHolding>();
      if (byPeers.size === 0) byPorts.set(key, byPeers);
      const known = byPeers.get(grant.peers);
      if (known === undefined) byPeers.set(grant.peers, found[found.push({ grant, ids: [endpoint] }) - 1]);
      else known.ids.push(endpoint);
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
  private readonly byHolder: Inverse;
  private readonly byPeer: Inverse;
  private readonly marks: Int32Array;
  private round = 0;

  constructor(
    private readonly holdings: readonly Holding[],
    endpoints: number,
  ) {
    this.byHolder = new Inverse(
      holdings.map(({ holders }) => holders),
      endpoints,
    );
    this.byPeer = new Inverse(
      holdings.map(({ grant }) => grant.peers),
      endpoints,
    );
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
    return Array.from(this.byPeer.of(endpoint), number => this.holdings[number]);
  }

  private distinct(inverse: Inverse, { ids }: EndpointSet): Holding[] {
    const found: Holding[] = [];
    this.round++;
    for (const endpoint of ids) {
      for (const number of inverse.of(endpoint)) {
        if (this.marks[number] !== this.round) found.push(this.holdings[number]);
        this.marks[number] = this.round;
      }
    }
    return found;
  }
}
