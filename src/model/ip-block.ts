import { at, Check, instance, inWords, text } from './check';
import { Cidr } from './cidr';
import { BITS, formatIp, parseIp } from './ip-address';
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
    const aCidr: Check<Cidr> = inner => Cidr._of(inner);
    return new IpBlock(
      Cidr._of(cidr),
      except.map((inner, index) => at(`except[${index}]`, aCidr, inner)),
    );
  }

  /**
   * One address.
   *
   * @internal
   */
  static _host(address: unknown): IpBlock {
    const ip = parseIp(text(address));
    if (ip !== undefined) return IpBlock._of(`${formatIp(ip)}/${BITS[ip.family]}`, []);
    throw new PolicyError({
      code: 'cidr',
      value: address,
      problem: `${inWords(address)} is not an address`,
      fix: 'write it like 10.96.0.10 or fd00::10',
    });
  }

  /**
   * A block to leave out of others, or the refusal of one that leaves nothing of them.
   *
   * @internal
   */
  static _partOf(bases: readonly Cidr[], value: unknown): Cidr {
    const block = Cidr._of(value);
    const gone = bases.find(base => block.contains(base));
    if (gone === undefined) return block;
    const problem = `${block} leaves nothing of ${gone}`;
    throw new PolicyError({ code: 'except', value, problem, fix: 'name a smaller block' });
  }

  /**
   * A block minus those of the others that lie in it; one that leaves nothing is refused.
   *
   * @internal
   */
  static _minus(block: Cidr, others: readonly Cidr[]): IpBlock {
    return new IpBlock(
      block,
      others.filter(other => other.overlaps(block)),
    );
  }

  /** @internal */
  static _except(block: Cidr, except: readonly Cidr[]): IpBlock {
    return new IpBlock(block, except);
  }

  /** The block. */
  readonly cidr: Cidr;
  /** What of the block is left out: in order, none inside another. */
  readonly except: Cidr[];

  private constructor(cidr: Cidr, except: readonly Cidr[] = []) {
    super();
    this.cidr = aBlock(cidr);
    const inside: Check<Cidr> = inner => strictlyInside(cidr, aBlock(inner));
    this.except = canonical(except.map((inner, index) => at(`except[${index}]`, inside, inner)));
    Object.freeze(this.except);
  }

  /** As people write it, such as `10.0.0.0/8 except 10.1.0.0/16`. */
  toString(): string {
    return this.except.length === 0 ? this.cidr.block : `${this.cidr.block} except ${this.except.join(', ')}`;
  }
}

/** A block without exceptions, by its text. */
export const wholeBlock: Check<IpBlock> = cidr => IpBlock._of(text(cidr), []);

const aBlock = instance(Cidr, "a block by name, such as IpBlock.of('10.0.0.0/8')");

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
