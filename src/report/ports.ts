import { Protocol, PROTOCOLS } from '../model/protocol';
import { PortSetId, PortSets } from '../verify/sets/port-sets';

/** Ports of one protocol: `8080`, `1-79,81-65535` or `all`. */
export interface PortsJson {
  readonly protocol: Protocol;
  readonly ports: string;
}

/** A set of ports, protocol by protocol. */
export function portsByProtocol(portSets: PortSets, set: PortSetId): PortsJson[] {
  const ranges = portSets.ranges(set);
  return PROTOCOLS.flatMap(protocol => {
    const own = ranges.filter(range => range.protocol === protocol);
    return own.length === 0 ? [] : [{ protocol, ports: own.map(inWords).join() }];
  });
}

/** Sets of ports in words, each put into them once. */
export class PortWords {
  private readonly words = new Map<PortSetId, string>();

  constructor(private readonly portSets: PortSets) {}

  /** A set of ports in one line. */
  of(set: PortSetId): string {
    const known = this.words.get(set) ?? describePorts(this.portSets, set);
    this.words.set(set, known);
    return known;
  }
}

/** A set of ports in one line: `TCP 8080`, `TCP 53, UDP 53`, `all ports`. */
export function describePorts(portSets: PortSets, set: PortSetId): string {
  if (set === PortSets.ALL) return 'all ports';
  return portsByProtocol(portSets, set)
    .map(({ protocol, ports }) => (ports === 'all' ? `all ${protocol}` : `${protocol} ${ports}`))
    .join(', ');
}

function inWords({ first, last }: { first: number; last: number }): string {
  if (first === 1 && last === 65535) return 'all';
  return first === last ? String(first) : `${first}-${last}`;
}
