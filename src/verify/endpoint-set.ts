/** From this size on, membership is asked of bits instead of searched. */
const SMALL = 8;

/** A set of endpoints, each a number from 0; immutable. */
export class EndpointSet {
  static readonly EMPTY = new EndpointSet(new Int32Array(0));

  /** @param ids ascending, without duplicates */
  static ofSorted(ids: readonly number[] | Int32Array): EndpointSet {
    return ids.length === 0 ? EndpointSet.EMPTY : new EndpointSet(Int32Array.from(ids));
  }

  /** Every number from `first` up to, but not including, `end`. */
  static range(first: number, end: number): EndpointSet {
    return EndpointSet.ofSorted(Int32Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index));
  }

  static union(sets: readonly EndpointSet[]): EndpointSet {
    const filled = sets.filter(({ size }) => size > 0);
    if (filled.length < 2) return filled[0] ?? EndpointSet.EMPTY;
    const all = new Set(filled.flatMap(({ ids }) => [...ids]));
    return EndpointSet.ofSorted(Int32Array.from(all).sort());
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
    const common = small.ids.filter(id => large.has(id));
    if (common.length === small.size) return small;
    return common.length === 0 ? EndpointSet.EMPTY : new EndpointSet(common);
  }

  subtract(other: EndpointSet): EndpointSet {
    const rest = this.ids.filter(id => !other.has(id));
    return rest.length === this.size ? this : EndpointSet.ofSorted(rest);
  }

  /** Whether the two have an endpoint in common. */
  meets(other: EndpointSet): boolean {
    const [small, large] = this.size <= other.size ? [this, other] : [other, this];
    return small.ids.some(id => large.has(id));
  }
}

function toBits(ids: Int32Array): Uint32Array {
  const bits = new Uint32Array((ids[ids.length - 1] >>> 5) + 1);
  for (const id of ids) bits[id >>> 5] |= 1 << (id & 31);
  return bits;
}
