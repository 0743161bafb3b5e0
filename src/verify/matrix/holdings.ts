import { Direction } from '../../model/direction';
import { Grant } from '../reach/grants';
import { Reach } from '../reach/reach';
import { EndpointSet } from '../sets/endpoint-set';
import { Inverse } from './inverse';

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
  }

  /** Those that have an endpoint in common with the other, at one of its two sides. */
  meeting({ grant, holders }: Holding): Holding[] {
    const found = grant.peers.size <= holders.size ? this.byHolder.meeting(grant.peers) : this.byPeer.meeting(holders);
    return found.map(number => this.holdings[number]);
  }
}
