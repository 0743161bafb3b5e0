import { Connection } from '../verify/ends/connection';
import { Reached, ReachEnd } from '../verify/matrix/reached';
import { PortSets } from '../verify/sets/port-sets';
import { workloadName } from './names';
import { portsByProtocol } from './ports';

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

/** One entry for each pair of ends, protocol and verdict; addresses one block each. In order. */
export function connectionsJson(reached: Iterable<Reached>, portSets: PortSets): ConnectionJson[] {
  const entries: ConnectionJson[] = [];
  for (const { from, to, allowed, unknown, reasons } of reached) {
    for (const source of namesOf(from)) {
      for (const destination of namesOf(to)) {
        const ends = { from: source, to: destination };
        for (const ports of portsByProtocol(portSets, allowed)) entries.push({ ...ends, ...ports, verdict: 'allow' });
        for (const ports of portsByProtocol(portSets, unknown)) {
          entries.push({ ...ends, ...ports, verdict: 'unknown', reason: reasons.join('; ') });
        }
      }
    }
  }
  return entries.sort(inOrder);
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

function namesOf(end: ReachEnd): readonly string[] {
  return 'workload' in end ? [workloadName(end.workload)] : end.cidrs;
}

const KEYS = ['from', 'to', 'protocol', 'verdict'] as const;

function inOrder(a: ConnectionJson, b: ConnectionJson): number {
  const key = KEYS.find(each => a[each] !== b[each]);
  return key === undefined ? 0 : a[key] < b[key] ? -1 : 1;
}
