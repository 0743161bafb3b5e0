import { appendTo } from '../model/append-to';
import { Connection } from '../verify/ends/connection';

import { ReachEnd, Source } from '../verify/matrix/reached';
import { PortSets } from '../verify/sets/port-sets';
import { workloadName } from './names';
import { onceEach, portsByProtocol } from './ports';

/** A connection as `--json` prints it. */
export interface ConnectionJson {
  /** `shop/Deployment/frontend`, or one block of addresses outside. */
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  /** `8080`, `1-79,81-65535` or `all`. */
  readonly ports: string;
  readonly verdict: 'allow' | 'unknown';
  readonly reason?: string;
}

/** What `netpol list --json` prints. */
export interface ListJson {
  /** One entry for each pair of ends, protocol and verdict, sorted in this order. */
  readonly connections: readonly ConnectionJson[];
}

/** One entry for each pair of ends, protocol and verdict; addresses one block each. In order, one source at a time. */
export function* connectionsJson(sources: Iterable<Source>, portSets: PortSets): Generator<ConnectionJson> {
  const portsOf = onceEach(set => portsByProtocol(portSets, set));
  for (const [from, own] of byName(sources, source => source.from)) {
    const reached = own.flatMap(source => [...source.reached()]);
    for (const [to, between] of byName(reached, each => each.to)) {
      const entries = between.flatMap(({ allowed, unknown, reasons }): ConnectionJson[] => [
        ...portsOf(allowed).map(ports => ({ from, to, ...ports, verdict: 'allow' as const })),
        ...portsOf(unknown).map(ports => ({
          from,
          to,
          ...ports,
          verdict: 'unknown' as const,
          reason: reasons.join('; '),
        })),
      ]);
      yield* entries.sort(byProtocol);
    }
  }
}

/** One connection, of one port. */
export interface SingleConnectionJson {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
}

/** One connection, as `--json` prints it. */
export function connectionJson({ from, to, protocol, port }: Connection): SingleConnectionJson {
  return { from: from.name, to: to.name, protocol, port };
}

/** In the order of the names of their ends; what has several blocks as its end is there once for each. */
function byName<T>(items: Iterable<T>, endOf: (item: T) => ReachEnd): [name: string, items: T[]][] {
  const named = new Map<string, T[]>();
  for (const item of items) for (const name of namesOf(endOf(item))) appendTo(named, name, item);
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1));
}

function namesOf(end: ReachEnd): readonly string[] {
  return 'workload' in end ? [workloadName(end.workload)] : end.cidrs;
}

function byProtocol(a: ConnectionJson, b: ConnectionJson): number {
  if (a.protocol !== b.protocol) return a.protocol < b.protocol ? -1 : 1;
  return a.verdict === b.verdict ? 0 : a.verdict < b.verdict ? -1 : 1;
}
