import { Workload } from '../model/cluster';
import { PortSets } from '../verify/port-sets';
import { Reached, ReachEnd } from '../verify/reached';
import { Paint } from './paint';
import { describePorts, portsByProtocol } from './ports';

/** A connection as `--json` prints it. */
export interface ConnectionJson {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  /** `8080`, `1-79,81-65535` or `all`. */
  readonly ports: string;
  readonly verdict: 'allow' | 'unknown';
  readonly reason?: string;
}

/** One entry for each end, protocol and verdict; addresses one block each. In order. */
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
  return entries.sort(byEnds);
}

/** One line for each pair, as a table. */
export function* connectionLines(reached: Iterable<Reached>, portSets: PortSets, paint: Paint): Generator<string> {
  const rows = [...reached].map(({ from, to, ...ports }) => ({ from: inOneName(from), to: inOneName(to), ...ports }));
  rows.sort(byEnds);
  const widths = [widest(rows.map(({ from }) => from)), widest(rows.map(({ to }) => to))];
  for (const { from, to, allowed, unknown, reasons } of rows) {
    const ends = `${from.padEnd(widths[0])}  ${to.padEnd(widths[1])}`;
    if (allowed !== PortSets.NONE) yield `${ends}  ${describePorts(portSets, allowed)}`;
    if (unknown !== PortSets.NONE) {
      yield `${ends}  ${paint('doubt', `unknown: ${describePorts(portSets, unknown)} (${reasons.join('; ')})`)}`;
    }
  }
}

/** `shop/Deployment/frontend`. */
export function workloadName({ namespace, kind, name }: Workload): string {
  return `${namespace}/${kind}/${name}`;
}

function namesOf(end: ReachEnd): readonly string[] {
  return 'workload' in end ? [workloadName(end.workload)] : end.cidrs;
}

/** Long lists of blocks are cut in the table; `--json` has them all. */
function inOneName(end: ReachEnd): string {
  if ('workload' in end) return workloadName(end.workload);
  const [first, second, ...more] = end.cidrs;
  if (second === undefined) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${more.length} more blocks`;
}

function byEnds(
  a: { from: string; to: string; protocol?: string },
  b: { from: string; to: string; protocol?: string },
): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  return (a.protocol ?? '') < (b.protocol ?? '') ? -1 : 1;
}

function widest(names: readonly string[]): number {
  return names.reduce((width, name) => Math.max(width, name.length), 0);
}
