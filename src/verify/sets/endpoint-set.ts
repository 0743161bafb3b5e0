/** From this size on, membership is asked of bits instead of searched. */
const SMALL = 8;

/** A set of endpoints, each a number from 0; immutable. */
export class EndpointSet {
  static readonly EMPTY = new EndpointSet(new Int32Array(0));

  /** @param ids ascending, without duplicates, and not to be changed any more */
  static ofSorted(ids: readonly number[] | Int32Array): EndpointSet {
    if (ids.length === 0) return EndpointSet.EMPTY;
    return new EndpointSet(ids instanceof Int32Array ? ids : new Int32Array(ids));
  }

  /** Every number from `first` up to, but not including, `end`. */
  static range(first: number, end: number): EndpointSet {
    return EndpointSet.ofSorted(new Int32Array(Math.max(0, end - first)).map((_, index) => first + index));
  }

  static union(sets: readonly EndpointSet[]): EndpointSet {
    const filled = sets.filter(({ size }) => size > 0);
    if (filled.length < 2) return filled[0] ?? EndpointSet.EMPTY;
    const all = joined(filled.map(({ ids }) => ids));
    const isAscending = filled.every(({ ids }, index) => index === 0 || filled[index - 1].last < ids[0]);
    return new EndpointSet(isAscending ? all : withoutRepeated(all.sort()));
  }

  /** Room for what is left of a set, until it is known how much that is. */
  private static room = new Int32Array(1024);

  private bits?: Uint32Array;

  private constructor(readonly ids: Int32Array) {}

  get size(): number {
    return this.ids.length;
  }

  private get last(): number {
    return this.ids[this.ids.length - 1];
  }

  has(id: number): boolean {
    if (this.ids.length <= SMALL) return this.ids.includes(id);
    this.bits ??= toBits(this.ids);
    const word = id >>> 5;
    return word < this.bits.length && ((this.bits[word] >>> (id & 31)) & 1) === 1;
  }

  intersect(other: EndpointSet): EndpointSet {
    if (this === other) return this;
    const [small, large] = this.size <= other.size ? [this, other] : [other, this];
    return small.filter(large, true);
  }

  subtract(other: EndpointSet): EndpointSet {
    return this.filter(other, false);
  }

  /** Whether the two have an endpoint in common. */
  meets(other: EndpointSet): boolean {
    const [small, large] = this.size <= other.size ? [this, other] : [other, this];
    return small.ids.some(id => large.has(id));
  }

  /** Those that another set has, or those that it has not. */
  private filter(other: EndpointSet, has: boolean): EndpointSet {
    const { ids } = this;
    if (EndpointSet.room.length < ids.length) EndpointSet.room = new Int32Array(2 * ids.length);
    const { room } = EndpointSet;
    let size = 0;
    for (let at = 0; at < ids.length; at++) if (other.has(ids[at]) === has) room[size++] = ids[at];
    return size === ids.length ? this : EndpointSet.ofSorted(room.slice(0, size));
  }
}

/** Lists one after the other. */
export function joined(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((size, list) => size + list.length, 0));
  let size = 0;
  for (const list of lists) {
    all.set(list, size);
    size += list.length;
  }
  return all;
}

function withoutRepeated(sorted: Int32Array): Int32Array {
  let size = 0;
  for (const id of sorted) if (size === 0 || sorted[size - 1] !== id) sorted[size++] = id;
  return sorted.slice(0, size);
}

function toBits(ids: Int32Array): Uint32Array {
  const bits = new Uint32Array((ids[ids.length - 1] >>> 5) + 1);
  for (let at = 0; at < ids.length; at++) bits[ids[at] >>> 5] |= 1 << (ids[at] & 31);
  return bits;
}
