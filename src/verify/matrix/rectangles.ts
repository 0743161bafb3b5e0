import { Direction } from '../../model/direction';
import { Reach } from '../reach/reach';
import { EndpointSet } from '../sets/endpoint-set';
import { PortSetId, PortSets } from '../sets/port-sets';
import { HoldingIndex, holdingsOf } from './holdings';

/** Every source reaches every destination on these ports. */
export interface Rectangle {
  readonly sources: EndpointSet;
  readonly destinations: EndpointSet;
  readonly ports: PortSetId;
  /** False where it cannot be told. */
  readonly sure: boolean;
}

/**
 * All of a reach as a union of rectangles: the sources that share a grant of egress times the destinations that share a
 * grant of ingress. The work grows with the grants that meet, not with pairs of pods.
 */
export function* rectangles(reach: Reach): Generator<Rectangle> {
  const egress = holdingsOf(reach, Direction.EGRESS);
  const ingress = new HoldingIndex(holdingsOf(reach, Direction.INGRESS), reach.endpoints.all.size);
  for (const out of egress) {
    for (const into of ingress.meeting(out)) {
      const ports = reach.portSets.intersect(out.grant.ports, into.grant.ports);
      if (ports === PortSets.NONE) continue;
      const destinations = out.grant.peers.intersect(into.holders);
      if (destinations.size === 0) continue;
      const sources = out.holders.intersect(into.grant.peers);
      if (sources.size === 0) continue;
      yield {
        sources,
        destinations,
        ports,
        sure: out.grant.sure && into.grant.sure,
      };
    }
  }
}
