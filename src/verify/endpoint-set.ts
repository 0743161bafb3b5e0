/** From this size on, membership is asked of bits instead of searched. */
const SMALL = 8;

/** A set of endpoints, each a number from 0; immutable. */
export class EndpointSet {
  static readonly EMPTY = new EndpointSet(new Int32Array(0));

  /** @param ids ascending, without duplicates */
  static ofSorted(ids: ArrayLike<number>): EndpointSet {
    return EndpointSet.of(new Int32Array(ids));
  }

  /** Every number from `first` up to, but not including, `end`. */
  static range(first: number, end: number): EndpointSet {
    return EndpointSet.of(new Int32Array(Math.max(0, end - first)).map((_, index) => first + index));
  }

  static union(sets: readonly EndpointSet[]): EndpointSet {
    const filled = sets.filter(({ size }) => size > 0);
    if (filled.length < 2) return filled[0] ?? EndpointSet.EMPTY;
    const all = joined(filled.map(({ ids }) => ids)).sort();
    return EndpointSet.of(all.subarray(0, dropRepeated(all)));
  }

  private static of(ids: Int32Array): EndpointSet {
    return ids.length === 0 ? EndpointSet.EMPTY : new EndpointSet(ids);
  }

  private bits?: Uint32Array;

  private constructor(readonly ids: Int32Array) {}

  get size(): number {
    return this.ids.length;
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
    const kept = new Int32Array(this.size);
    let size = 0;
    for (const id of this.ids) if (other.has(id) === has) kept[size++] = id;
    return size === this.size ? this : EndpointSet.of(kept.slice(0, size));
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

/** Moves each number of a sorted list to the front once. Returns how many there are. */
function dropRepeated(ids: Int32Array): number {
  let size = 0;
  for (const id of ids) if (size === 0 || ids[size - 1] !== id) ids[size++] = id;
  return size;
}

function toBits(ids: Int32Array): Uint32Array {
  const bits = new Uint32Array((ids[ids.length - 1] >>> 5) + 1);
  for (const id of ids) bits[id >>> 5] |= 1 << (id & 31);
  return bits;
}
