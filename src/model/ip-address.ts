import { isIPv4, isIPv6 } from 'node:net';

/** IP versions. */
export type Family = 4 | 6;

/** How many bits an address of this family has. */
export const BITS = { 4: 32, 6: 128 } as const;

/** An address as a number of its family. */
export interface IpAddress {
  readonly family: Family;
  readonly value: bigint;
}

/** Reads an address without zone; undefined for anything else, leading zeros included. */
export function parseIp(text: string): IpAddress | undefined {
  if (isIPv4(text)) return { family: 4, value: parseIpv4(text) };
  if (isIPv6(text) && !text.includes('%')) return { family: 6, value: parseIpv6(text) };
  return undefined;
}

/** Canonical text: dotted for IPv4, RFC 5952 for IPv6. */
export function formatIp({ family, value }: IpAddress): string {
  return family === 4 ? [24n, 16n, 8n, 0n].map(shift => (value >> shift) & 0xffn).join('.') : formatIpv6(value);
}

function parseIpv4(text: string): bigint {
  return text.split('.').reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function parseIpv6(text: string): bigint {
  const [head, tail] = text.split('::').map(groups);
  const filled =
    tail === undefined ? head : [...head, ...Array<bigint>(8 - head.length - tail.length).fill(0n), ...tail];
  return filled.reduce((value, group) => (value << 16n) | group, 0n);
}

function groups(part: string): bigint[] {
  if (part === '') return [];
  return part.split(':').flatMap(group => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)];
    const dotted = parseIpv4(group);
    return [dotted >> 16n, dotted & 0xffffn];
  });
}

function formatIpv6(value: bigint): string {
  const hex = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const zeros = longestZeroRun(hex);
  if (zeros.length < 2) return hex.join(':');
  return `${hex.slice(0, zeros.start).join(':')}::${hex.slice(zeros.start + zeros.length).join(':')}`;
}

function longestZeroRun(hex: string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < hex.length; start++) {
    let length = 0;
    while (hex[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
