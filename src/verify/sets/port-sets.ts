import { Port } from '../../model/port';
import { Protocol, PROTOCOLS } from '../../model/protocol';

/** Ports of every protocol lie on one axis, protocol after protocol: a set of ports is a list of intervals on it. */
const SPAN = 65536;
const FIRST = 1;
const LAST = 65535;

/** The number of a set; equal sets have equal numbers. */
export type PortSetId = number;

/** Ports of one protocol, both ends included. */
export interface PortRange {
  readonly protocol: Protocol;
  readonly first: number;
  readonly last: number;
}

/** How many sets fit into a pair's key. */
const MOST_SETS = 2 ** 26;

/**
 * Sets of ports of every protocol, each interned under a number.
 *
 * Few sets occur in a cluster and they meet over and over: each pair is worked out once.
 */
export class PortSets {
  /** The empty set. */
  static readonly NONE: PortSetId = 0;
  /** Every port of every protocol. */
  static readonly ALL: PortSetId = 1;

  private readonly bounds: (readonly number[])[] = [];
  private readonly ids = new Map<string, PortSetId>();
  private readonly ports = new Map<Port, PortSetId>();
  private readonly unions = new Map<number, PortSetId>();
  private readonly intersections = new Map<number, PortSetId>();
  private readonly complements = new Map<PortSetId, PortSetId>();

  constructor() {
    this.intern([]);
    this.intern(PROTOCOLS.flatMap((_, index) => [index * SPAN + FIRST, index * SPAN + LAST]));
  }

  /** The set of these ports; named ports count for nothing, they are numbers only at a destination. */
  of(ports: readonly Port[]): PortSetId {
    return ports.reduce((all, port) => this.union(all, this.ofPort(port)), PortSets.NONE);
  }

  /** The set of these ranges. */
  ofRanges(ranges: readonly PortRange[]): PortSetId {
    const spans = ranges.map(({ protocol, first, last }) => {
      const offset = PROTOCOLS.indexOf(protocol) * SPAN;
      return [offset + first, offset + last] as const;
    });
    return spans.length === 1 ? this.intern(spans[0]) : this.intern(merged(spans));
  }

  union(a: PortSetId, b: PortSetId): PortSetId {
    if (a === b || b === PortSets.NONE || a === PortSets.ALL) return a;
    if (a === PortSets.NONE || b === PortSets.ALL) return b;
    const key = a < b ? a * MOST_SETS + b : b * MOST_SETS + a;
    const known = this.unions.get(key) ?? this.intern(merged([...spansOf(this.bounds[a]), ...spansOf(this.bounds[b])]));
    this.unions.set(key, known);
    return known;
  }

  intersect(a: PortSetId, b: PortSetId): PortSetId {
    if (a === b || b === PortSets.ALL || a === PortSets.NONE) return a;
    if (a === PortSets.ALL || b === PortSets.NONE) return b;
    const key = a < b ? a * MOST_SETS + b : b * MOST_SETS + a;
    const known = this.intersections.get(key) ?? this.intern(common(this.bounds[a], this.bounds[b]));
    this.intersections.set(key, known);
    return known;
  }

  subtract(a: PortSetId, b: PortSetId): PortSetId {
    if (a === PortSets.NONE || b === PortSets.NONE) return a;
    const rest = this.complements.get(b) ?? this.complement(b);
    this.complements.set(b, rest);
    return this.intersect(a, rest);
  }

  /** The ranges of a set, protocol after protocol, in ascending order. */
  ranges(id: PortSetId): PortRange[] {
    return spansOf(this.bounds[id]).map(([first, last]) => {
      const index = Math.floor(first / SPAN);
      return { protocol: PROTOCOLS[index], first: first - index * SPAN, last: last - index * SPAN };
    });
  }

  has(id: PortSetId, protocol: Protocol, port: number): boolean {
    const point = PROTOCOLS.indexOf(protocol) * SPAN + port;
    return spansOf(this.bounds[id]).some(([first, last]) => first <= point && point <= last);
  }

  private ofPort(port: Port): PortSetId {
    const known = this.ports.get(port) ?? this.ofRanges(rangesOf(port));
    this.ports.set(port, known);
    return known;
  }

  private complement(id: PortSetId): PortSetId {
    const gaps: [number, number][] = [];
    for (const [first, last] of spansOf(this.bounds[PortSets.ALL])) {
      let next = first;
      for (const [from, to] of spansOf(this.bounds[id])) {
        if (to < first || from > last) continue;
        if (next < from) gaps.push([next, from - 1]);
        next = to + 1;
      }
      if (next <= last) gaps.push([next, last]);
    }
    return this.intern(gaps.flat());
  }

  private intern(bounds: readonly number[]): PortSetId {
    const key = bounds.join();
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    this.ids.set(key, this.bounds.length);
    this.bounds.push(bounds);
    return this.bounds.length - 1;
  }
}

function rangesOf({ protocol, first, last }: Port): PortRange[] {
  if (first === undefined || last === undefined) return [];
  const protocols = protocol === undefined ? PROTOCOLS : [protocol];
  return protocols.map(each => ({ protocol: each, first, last }));
}

function spansOf(bounds: readonly number[]): (readonly [number, number])[] {
  return Array.from({ length: bounds.length / 2 }, (_, index) => [bounds[2 * index], bounds[2 * index + 1]] as const);
}

function merged(spans: readonly (readonly [number, number])[]): number[] {
  const bounds: number[] = [];
  for (const [first, last] of [...spans].sort(([a], [b]) => a - b)) {
    if (bounds.length > 0 && first <= bounds[bounds.length - 1] + 1) {
      bounds[bounds.length - 1] = Math.max(bounds[bounds.length - 1], last);
    } else bounds.push(first, last);
  }
  return bounds;
}

function common(a: readonly number[], b: readonly number[]): number[] {
  const bounds: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const first = Math.max(a[i], b[j]);
    const last = Math.min(a[i + 1], b[j + 1]);
    if (first <= last) bounds.push(first, last);
    if (a[i + 1] < b[j + 1]) i += 2;
    else j += 2;
  }
  return bounds;
}
