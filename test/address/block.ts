/** A block of addresses as text of 0s and 1s: an address is in it if its bits begin with the block's prefix. */
export interface Block {
  /** The leading bits that the block fixes. */
  readonly prefix: string;
  /** The bits behind the prefix, as they were written: all 0 in a proper block. */
  readonly rest: string;
  /** 32 for IPv4, 128 for IPv6. */
  readonly width: number;
}

const known = new Map<string, Block | undefined>();

/** Reads `10.0.0.0/8`, or an address as the block of itself; undefined for anything else, leading zeros included. */
export function tryBlock(text: string): Block | undefined {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

/** Like {@link tryBlock}, for text that is known to be a block. */
export function block(text: string): Block {
  const found = tryBlock(text);
  if (found === undefined) throw new Error(`'${text}' is neither an address nor a block`);
  return found;
}

/** Whether every address of `inner` lies in `outer`. */
export function contains(outer: Block, inner: Block): boolean {
  return outer.width === inner.width && inner.prefix.startsWith(outer.prefix);
}

function read(text: string): Block | undefined {
  const [address, length, ...more] = text.split('/');
  const bits = bitsOf(address);
  if (bits === undefined || more.length > 0) return undefined;
  if (length === undefined) return { prefix: bits, rest: '', width: bits.length };
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits.length) return undefined;
  return { prefix: bits.slice(0, Number(length)), rest: bits.slice(Number(length)), width: bits.length };
}

function bitsOf(address: string): string | undefined {
  return address.includes(':') ? bitsOfIpv6(address) : bitsOfIpv4(address);
}

function bitsOfIpv4(address: string): string | undefined {
  const octets = address.split('.');
  const isOctet = (octet: string) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256;
  return octets.length === 4 && octets.every(isOctet)
    ? octets.map(octet => Number(octet).toString(2).padStart(8, '0')).join('')
    : undefined;
}

function bitsOfIpv6(address: string): string | undefined {
  const [head, tail, ...more] = address.split('::').map(bitsOfGroups);
  if (head === undefined || more.length > 0) return undefined;
  if (!address.includes('::')) return head.length === 128 ? head : undefined;
  if (tail === undefined || head.length + tail.length > 112) return undefined;
  return head + '0'.repeat(128 - head.length - tail.length) + tail;
}

function bitsOfGroups(part: string): string | undefined {
  if (part === '') return '';
  const groups = part
    .split(':')
    .map((group, index, all) => (index === all.length - 1 ? bitsOfLast(group) : hex(group)));
  return groups.includes(undefined) ? undefined : groups.join('');
}

/** The last group may be an IPv4 address. */
function bitsOfLast(group: string): string | undefined {
  return group.includes('.') ? bitsOfIpv4(group) : hex(group);
}

function hex(group: string): string | undefined {
  return /^[0-9a-f]{1,4}$/i.test(group) ? parseInt(group, 16).toString(2).padStart(16, '0') : undefined;
}
