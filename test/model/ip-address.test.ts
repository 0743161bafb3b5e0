import { isIP } from 'node:net';
import fc from 'fast-check';
import { formatIp, parseIp } from '../../src/model/ip-address';
import { block } from '../address/block';
import { ipAddress } from '../arbitraries/addresses';

describe('an address', () => {
  it('comes back from its text', () => {
    fc.assert(fc.property(ipAddress, address => expect(parseIp(formatIp(address))).toEqual(address)));
  });

  it('has a text that Node takes for the same kind of address, and the same bits', () => {
    fc.assert(
      fc.property(ipAddress, address => {
        expect(isIP(formatIp(address))).toBe(address.family);
        expect(BigInt(`0b${block(formatIp(address)).prefix}`)).toBe(address.value);
      }),
    );
  });

  // RFC 5952, sections 1, 2.2, 4.1, 4.2 and 4.3.
  it.each([
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8::1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8::0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:DB8:0:0:1::1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:aaaa:bbbb:cccc:dddd:eeee:AAAA', '2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa'],
    ['2001:db8:0:0:0::1', '2001:db8::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('%s is written %s', (given, canonical) => {
    const address = parseIp(given);
    expect(address && formatIp(address)).toBe(canonical);
  });

  it.each([
    '',
    'localhost',
    '10.0.0',
    '10.0.0.0.0',
    '010.0.0.1',
    '256.0.0.1',
    '10.0.0.1 ',
    '0x0a.0.0.1',
    'fe80::1%eth0',
    '1::2::3',
    ':::',
    '::ffff:1.2.3',
  ])('is not %p', text => expect(parseIp(text)).toBeUndefined());
});
