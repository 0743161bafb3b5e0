import fc from 'fast-check';
import { formatIp, IpAddress } from '../../src/model/ip-address';

const ipv4: fc.Arbitrary<IpAddress> = fc.bigInt(0n, 0xffffffffn).map(value => ({ family: 4, value }));

/** Groups of zeros are frequent, since there the short form is. */
const ipv6: fc.Arbitrary<IpAddress> = fc
  .array(fc.oneof(fc.constant(0n), fc.constant(1n), fc.bigInt(0n, 0xffffn)), { minLength: 8, maxLength: 8 })
  .map(groups => ({ family: 6, value: groups.reduce((value, group) => (value << 16n) | group, 0n) }));

export const ipAddress = fc.oneof(ipv4, ipv6);

/** Blocks in canonical text, from a part of the address space that is small enough for them to nest. */
export const cidrText: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.bigInt(0n, 15n))
    .map(([bits, value]) => block({ family: 4, value }, 28 + bits)),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.bigInt(0n, 15n))
    .map(([bits, value]) => block({ family: 6, value }, 124 + bits)),
);

function block({ family, value }: IpAddress, prefixLength: number): string {
  const rest = BigInt((family === 4 ? 32 : 128) - prefixLength);
  const base = family === 4 ? 0x0a000000n : 0xfd000000000000000000000000000000n;
  return `${formatIp({ family, value: base + ((value >> rest) << rest) })}/${prefixLength}`;
}

/** Texts that look like blocks, and often are none. */
export const cidrLike: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc
        .array(fc.constantFrom('0', '10', '255', '256', '01', ''), { minLength: 3, maxLength: 5 })
        .map(list => list.join('.')),
      fc
        .array(fc.constantFrom('0', 'fd00', 'DB8', '0001', 'ffff', '', '12345', 'g'), { maxLength: 9 })
        .map(list => list.join(':')),
      fc.constantFrom(
        '::',
        '::ffff:10.0.0.0',
        '::10.0.0.0',
        '64:ff9b::1.2.3.4',
        '1:2:3:4:5:6:7::',
        '::2:3:4:5:6:7:8',
        '1::2::3',
      ),
    ),
    fc.constantFrom(
      '/0',
      '/7',
      '/8',
      '/08',
      '/32',
      '/33',
      '/64',
      '/96',
      '/104',
      '/128',
      '/129',
      '/',
      '',
      '/x',
      '/8/8',
      '/+8',
      ' /8',
    ),
  )
  .map(parts => parts.join(''));
