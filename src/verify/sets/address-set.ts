import { Cidr } from '../../model/cidr';
import { BITS, Family, formatIp, IpAddress } from '../../model/ip-address';
import { IpBlock } from '../../model/ip-block';

/** Addresses of one family from `first` to `last`, both included. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** A set of addresses of one family: ranges in ascending order that do not touch. */
export class AddressSet {
  static ofBlock({ cidr, except }: IpBlock): AddressSet {
    const whole = AddressSet.ofCidrs(cidr._family, [cidr]);
    return except.length === 0 ? whole : whole.subtract(AddressSet.ofCidrs(cidr._family, except));
  }

  /** The addresses in those of the blocks that are of this family. */
  static ofCidrs(family: Family, cidrs: readonly Cidr[]): AddressSet {
    const own = cidrs.filter(cidr => cidr._family === family);
    return AddressSet.ofRanges(
      family,
      own.map(({ _first, _last }) => ({ first: _first, last: _last })),
    );
  }

  /** The addresses in these ranges, in whichever order. */
  static ofRanges(family: Family, ranges: readonly AddressRange[]): AddressSet {
    const merged: AddressRange[] = [];
    for (const { first, last } of [...ranges].sort((a, b) => (a.first < b.first ? -1 : 1))) {
      const previous = merged.at(-1);
      if (previous === undefined || first > previous.last + 1n) merged.push({ first, last });
      else if (last > previous.last) merged[merged.length - 1] = { first: previous.first, last };
    }
    return new AddressSet(family, merged);
  }

  /** Every address of a family. */
  static everything(family: Family): AddressSet {
    return AddressSet.ofRanges(family, [{ first: 0n, last: (1n << BigInt(BITS[family])) - 1n }]);
  }

  private constructor(
    readonly family: Family,
    readonly ranges: readonly AddressRange[],
  ) {}

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  has({ family, value }: IpAddress): boolean {
    return family === this.family && this.ranges.some(({ first, last }) => first <= value && value <= last);
  }

  subtract(other: AddressSet): AddressSet {
    const rest: AddressRange[] = [];
    for (const { first, last } of this.ranges) {
      let next = first;
      for (const hole of other.ranges) {
        if (hole.last < next || hole.first > last) continue;
        if (hole.first > next) rest.push({ first: next, last: hole.first - 1n });
        next = hole.last + 1n;
      }
      if (next <= last) rest.push({ first: next, last });
    }
    return new AddressSet(this.family, rest);
  }

  intersect(other: AddressSet): AddressSet {
    return this.subtract(this.subtract(other));
  }

  isSubsetOf(other: AddressSet): boolean {
    return this.subtract(other).isEmpty;
  }

  meets(other: AddressSet): boolean {
    return this.ranges.some(range =>
      other.ranges.some(({ first, last }) => first <= range.last && range.first <= last),
    );
  }

  /** The fewest blocks that hold these addresses and no others, in order. */
  cidrs(): string[] {
    return this.ranges.flatMap(range => cidrsOf(this.family, range));
  }
}

function cidrsOf(family: Family, { first, last }: AddressRange): string[] {
  const cidrs: string[] = [];
  for (let next = first; next <= last;) {
    let size = 0;
    while (size < BITS[family] && isAligned(next, size + 1) && next + (1n << BigInt(size + 1)) - 1n <= last) size++;
    cidrs.push(`${formatIp({ family, value: next })}/${BITS[family] - size}`);
    next += 1n << BigInt(size);
  }
  return cidrs;
}

function isAligned(value: bigint, bits: number): boolean {
  return value % (1n << BigInt(bits)) === 0n;
}
