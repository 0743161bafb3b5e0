import { text as checkText } from './check';
import { BITS, Family, formatIp, IpAddress, parseIp } from './ip-address';
import { naming, PolicyError } from './policy-error';

const MAPPED_PREFIX = 0xffffn;

/** What Kubernetes refuses only since 1.36, although it is clear which block is meant. */
export type CidrFlaw = 'host bits' | 'leading zeros';

/** A block of IPv4 or IPv6 addresses in its one canonical form: `10.0.0.0/8`, `2001:db8::/32`. */
export class Cidr {
  /**
   * Reads a block as strictly as Kubernetes 1.36 does.
   *
   * @param block such as `10.0.0.0/8`; no host bits, no leading zeros, no IPv4-mapped IPv6 address
   */
  static of(block: string): Cidr {
    return naming('Cidr.of', () => new Cidr(block));
  }

  /**
   * @param overlooked what is no error here, and read as older Kubernetes read it
   * @internal
   */
  static _of(block: unknown, overlooked: readonly CidrFlaw[] = []): Cidr {
    return new Cidr(checkText(block), overlooked);
  }

  /** The block in canonical form. */
  readonly block: string;
  /** How many leading bits are fixed: 0-32 for IPv4, 0-128 for IPv6. */
  readonly prefixLength: number;
  /** @internal */
  readonly _family: Family;
  /** @internal */
  readonly _first: bigint;
  /** @internal */
  readonly _last: bigint;

  private constructor(text: string, overlooked: readonly CidrFlaw[] = []) {
    const read = readCidr(checkText(text), overlooked);
    if ('problem' in read) throw new PolicyError({ code: 'cidr', value: text, ...read });
    const { family, value, prefixLength } = read;
    this.block = `${formatIp(read)}/${prefixLength}`;
    this.prefixLength = prefixLength;
    this._family = family;
    this._first = value;
    this._last = value | hostMask(family, prefixLength);
  }

  /** Whether this is a block of IPv6 addresses. */
  get isIpv6(): boolean {
    return this._family === 6;
  }

  /** Whether every address of the other block lies in this one. */
  contains(other: Cidr): boolean {
    return this._family === other._family && this._first <= other._first && other._last <= this._last;
  }

  /** Whether the two blocks share an address: of two blocks that do, one contains the other. */
  overlaps(other: Cidr): boolean {
    return this.contains(other) || other.contains(this);
  }

  /** The canonical form. */
  toString(): string {
    return this.block;
  }
}

type Reading = (IpAddress & { readonly prefixLength: number }) | { readonly problem: string; readonly fix: string };

function readCidr(block: string, overlooked: readonly CidrFlaw[]): Reading {
  const [address, length, ...rest] = block.split('/');
  const ip = parseIp(withoutLeadingZeros(address));
  if (ip === undefined || rest.length > 0) {
    const [what, write] = HOST_NAME.test(block)
      ? ['a host name, and policies know addresses only', 'give its blocks']
      : ['not a CIDR', 'write it'];
    return { problem: `'${block}' is ${what}`, fix: `${write} like 10.9.8.0/24 or 2001:db8::/64` };
  }
  const bits = BITS[ip.family];
  if (length === undefined) {
    return { problem: `'${block}' has no prefix length`, fix: `did you mean '${block}/${bits}'?` };
  }
  const prefixLength = Number(length);
  if (!/^\d+$/.test(length) || prefixLength > bits) {
    return {
      problem: `'${block}' has no valid prefix length`,
      fix: `use a whole number from 0 to ${bits} after the slash`,
    };
  }
  const hasLeadingZeros = withoutLeadingZeros(address) !== address || String(prefixLength) !== length;
  const flaws: CidrFlaw[] = hasLeadingZeros ? ['leading zeros', 'host bits'] : ['host bits'];
  return readStrictly(
    { ...ip, prefixLength },
    block,
    flaws.filter(flaw => !overlooked.includes(flaw)),
  );
}

/** What older Kubernetes only warned about, each with the block that was probably meant. */
function readStrictly(
  { family, value: address, prefixLength }: IpAddress & { readonly prefixLength: number },
  block: string,
  flaws: readonly CidrFlaw[],
): Reading {
  const value = address & ~hostMask(family, prefixLength);
  const meant = `${formatIp({ family, value })}/${prefixLength}`;
  if (flaws.includes('leading zeros')) {
    return { problem: `'${block}' has leading zeros`, fix: `did you mean '${meant}'?` };
  }
  if (family === 6 && address >> 32n === MAPPED_PREFIX) {
    return { problem: `'${block}' is an IPv4-mapped IPv6 block`, fix: 'write the IPv4 block' };
  }
  if (value !== address && flaws.includes('host bits')) {
    return {
      problem: `'${block}' has bits set beyond the prefix length`,
      fix: `did you mean '${meant}' or '${formatIp({ family, value: address })}/${BITS[family]}'?`,
    };
  }
  return { family, value, prefixLength };
}

/** With a scheme or without: the last label of a name has letters alone, at least two. */
const HOST_NAME = /^(\w+:\/\/)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b/i;

function withoutLeadingZeros(address: string): string {
  return address.includes(':') ? address : address.replace(/(^|\.)0+(?=\d)/g, '$1');
}

function hostMask(family: Family, prefixLength: number): bigint {
  return (1n << BigInt(BITS[family] - prefixLength)) - 1n;
}
