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

/** What is said of sets of ports, each worked out once. */
export function onceEach<T>(say: (set: PortSetId) => T): (set: PortSetId) => T {
  const said = new Map<PortSetId, T>();
  return set => {
    const known = said.get(set) ?? say(set);
    said.set(set, known);
    return known;
  };
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
