import { Port } from './port';
import { Protocol, PROTOCOLS } from './protocol';

/** Ports without duplicates in one order, numbers that touch merged into ranges: equal sets give equal lists. */
export function canonicalPorts(ports: readonly Port[]): Port[] {
  if (ports.length === 1) return [...ports];
  if (ports.some(port => port.protocol === undefined)) return [Port.all()];
  return PROTOCOLS.flatMap(protocol =>
    canonicalOf(
      protocol,
      ports.filter(port => port.protocol === protocol),
    ),
  );
}

function canonicalOf(protocol: Protocol, ports: readonly Port[]): Port[] {
  const numbers = mergeIntervals(
    ports.flatMap(({ first, last }) => (first === undefined || last === undefined ? [] : [{ first, last }])),
  );
  const ranges = numbers.map(({ first, last }) => Port._range(protocol, first, last));
  if (ranges.some(port => port.isWhole)) return ranges;
  const names = new Set(ports.flatMap(({ name }) => (name === undefined ? [] : [name])));
  return [...ranges, ...[...names].sort().map(name => Port.named(name, protocol))];
}

/** A closed interval of whole numbers. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/** The same numbers as few intervals in ascending order. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { first, last } of [...intervals].sort((a, b) => a.first - b.first)) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous.last + 1) {
      merged[merged.length - 1] = { first: previous.first, last: Math.max(previous.last, last) };
    } else merged.push({ first, last });
  }
  return merged;
}
