import { Cidr } from '../../model/cidr';
import { BITS, Family } from '../../model/ip-address';
import { IpBlock } from '../../model/ip-block';
import { AddressRange } from './address-set';

/** The addresses of a family, cut wherever a block of a policy begins or ends. */
export class AddressAxis {
  /** First address of each piece, ascending, the first one 0. */
  private readonly starts: readonly bigint[];

  constructor(
    readonly family: Family,
    blocks: readonly IpBlock[],
  ) {
    const end = 1n << BigInt(BITS[family]);
    const cidrs = blocks.flatMap(({ cidr, except }) => [cidr, ...except]).filter(({ _family }) => _family === family);
    const cuts = new Set([0n, ...cidrs.flatMap(({ _first, _last }) => [_first, _last + 1n])]);
    this.starts = [...cuts].filter(cut => cut < end).sort((a, b) => (a < b ? -1 : 1));
  }

  /** How many pieces there are. */
  get length(): number {
    return this.starts.length;
  }

  /** The addresses of a piece. */
  piece(index: number): AddressRange {
    const next = index + 1 < this.starts.length ? this.starts[index + 1] : 1n << BigInt(BITS[this.family]);
    return { first: this.starts[index], last: next - 1n };
  }

  /** The piece in which an address lies. */
  indexOf(value: bigint): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The pieces inside a block, in order; a block is never cut in the middle of a piece. */
  piecesIn({ cidr, except }: IpBlock): number[] {
    const pieces: number[] = [];
    let next = this.indexOf(cidr._first);
    for (const hole of except) {
      const [first, last] = this.span(hole);
      while (next < first) pieces.push(next++);
      next = Math.max(next, last + 1);
    }
    for (const last = this.span(cidr)[1]; next <= last; next++) pieces.push(next);
    return pieces;
  }

  private span({ _first, _last }: Cidr): [number, number] {
    return [this.indexOf(_first), this.indexOf(_last)];
  }
}
