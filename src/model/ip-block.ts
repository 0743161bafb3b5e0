import { at, text } from './check';
import { Cidr } from './cidr';
import { BITS } from './ip-address';
import { PeerTerm } from './peer';
import { naming, PolicyError } from './policy-error';

/**
 * A block of addresses outside the cluster, minus exceptions: the API's `ipBlock`.
 *
 * Whether a block covers pods is up to the engine: Cilium's never do, others compare addresses.
 */
export class IpBlock extends PeerTerm {
  /**
   * The addresses of a block.
   *
   * @param cidr such as `10.0.0.0/8`
   * @param except blocks inside `cidr`, each smaller than it
   */
  static of(cidr: string, ...except: string[]): IpBlock {
    return naming('IpBlock.of', () => IpBlock._of(cidr, except));
  }

  /** @internal */
  static _of(cidr: string, except: readonly string[]): IpBlock {
    const block = Cidr._of(cidr);
    const inside = (inner: unknown) => strictlyInside(block, Cidr._of(inner));
    return new IpBlock(block, canonical(except.map((inner, index) => at(`except[${index}]`, inside, inner))));
  }

  /**
   * One address.
   *
   * @internal
   */
  static _host(address: string): IpBlock {
    return IpBlock._of(`${text(address)}/${address.includes(':') ? BITS[6] : BITS[4]}`, []);
  }

  /**
   * A block minus those of the others that lie in it; one that leaves nothing is refused.
   *
   * @internal
   */
  static _minus(cidr: string, others: readonly string[]): IpBlock {
    const block = Cidr._of(cidr);
    return IpBlock._of(
      cidr,
      others.filter(other => Cidr._of(other).overlaps(block)),
    );
  }

  /** @internal */
  static _except(block: Cidr, except: readonly Cidr[]): IpBlock {
    return new IpBlock(block, canonical(except.map(inner => strictlyInside(block, inner))));
  }

  private constructor(
    /** The block. */
    readonly cidr: Cidr,
    /** What of the block is left out: in order, none inside another. */
    readonly except: Cidr[],
  ) {
    super();
    Object.freeze(except);
  }

  /**
   *
   */
  toString(): string {
    return this.except.length === 0 ? this.cidr.block : `${this.cidr.block} except ${this.except.join(', ')}`;
  }
}

function strictlyInside(outer: Cidr, inner: Cidr): Cidr {
  if (outer.contains(inner) && inner.prefixLength > outer.prefixLength) return inner;
  throw new PolicyError({
    code: 'except',
    value: inner.block,
    problem: `${inner} is not a smaller block inside ${outer}`,
    fix: `leave it out, or name a part of ${outer}`,
  });
}

function canonical(blocks: Cidr[]): Cidr[] {
  const sorted = [...blocks].sort((a, b) =>
    a._first === b._first ? a.prefixLength - b.prefixLength : a._first < b._first ? -1 : 1,
  );
  const outermost: Cidr[] = [];
  for (const block of sorted) if (!outermost.at(-1)?.contains(block)) outermost.push(block);
  return outermost;
}
