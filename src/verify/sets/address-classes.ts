import { Family, IpAddress } from '../../model/ip-address';
import { IpBlock } from '../../model/ip-block';
import { AddressAxis } from './address-axis';
import { AddressRange, AddressSet } from './address-set';

/** Addresses outside the cluster: those that no block of a policy tells apart share a class, a number from 0. */
export class AddressClasses {
  /** How many classes there are. */
  readonly count: number;
  private readonly axes: Readonly<Record<Family, AddressAxis>>;
  private readonly classes: Readonly<Record<Family, Int32Array>>;

  constructor(blocks: readonly IpBlock[]) {
    this.axes = { 4: new AddressAxis(4, blocks), 6: new AddressAxis(6, blocks) };
    const ipv4 = classify(this.axes[4], blocks, 0);
    const ipv6 = classify(this.axes[6], blocks, ipv4.end);
    this.classes = { 4: ipv4.classes, 6: ipv6.classes };
    this.count = ipv6.end;
  }

  /** The class of an address. */
  classOf({ family, value }: IpAddress): number {
    return this.classes[family][this.axes[family].indexOf(value)];
  }

  /** The classes of the addresses in a block, ascending. Only for blocks that were given at the start. */
  classesIn(block: IpBlock): number[] {
    const { _family: family } = block.cidr;
    const classes = this.axes[family].piecesIn(block).map(piece => this.classes[family][piece]);
    return [...new Set(classes)].sort((a, b) => a - b);
  }

  /** The classes that a set of addresses has a part in, ascending. */
  classesMeeting(addresses: AddressSet): number[] {
    const found = new Set<number>();
    for (const { first, last } of addresses.ranges) {
      const [from, to] = [this.axes[addresses.family].indexOf(first), this.axes[addresses.family].indexOf(last)];
      for (let piece = from; piece <= to; piece++) found.add(this.classes[addresses.family][piece]);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** All addresses of these classes; classes of the other family count for nothing. */
  addressesOf(family: Family, classes: ReadonlySet<number>): AddressSet {
    const ranges: AddressRange[] = [];
    this.classes[family].forEach((each, piece) => {
      if (classes.has(each)) ranges.push(this.axes[family].piece(piece));
    });
    return AddressSet.ofRanges(family, ranges);
  }
}

/** Splits the pieces block by block: in the end, two share a class if they lie in the same blocks. */
function classify(axis: AddressAxis, blocks: readonly IpBlock[], first: number): { classes: Int32Array; end: number } {
  const splits = new Int32Array(axis.length);
  let next = 1;
  for (const block of blocks) {
    if (block.cidr._family !== axis.family) continue;
    const inside = new Map<number, number>();
    for (const piece of axis.piecesIn(block)) {
      const split = inside.get(splits[piece]) ?? next++;
      inside.set(splits[piece], split);
      splits[piece] = split;
    }
  }
  const numbers = new Map<number, number>();
  for (const split of splits) if (!numbers.has(split)) numbers.set(split, first + numbers.size);
  return { classes: splits.map(split => numbers.get(split) as number), end: first + numbers.size };
}
