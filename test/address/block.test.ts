import { block, contains, tryBlock } from './block';

describe('blocks of addresses, as the tests compute them', () => {
  it('has the bits of IPv4 in order', () => {
    expect(block('10.0.0.0/8')).toEqual({ prefix: '00001010', rest: '0'.repeat(24), width: 32 });
    expect(block('192.168.1.255').prefix).toBe('11000000101010000000000111111111');
  });

  it('has the bits of IPv6 in order, however it is abbreviated', () => {
    const full = block('2001:0db8:0000:0000:0000:0000:0000:0001').prefix;
    expect(full).toBe(`00100000000000010000110110111000${'0'.repeat(95)}1`);
    expect([block('2001:db8::1').prefix, block('2001:DB8:0:0:0::1').prefix, block('2001:db8::0.0.0.1').prefix]).toEqual(
      [full, full, full],
    );
    expect(block('::/0')).toEqual({ prefix: '', rest: '0'.repeat(128), width: 128 });
    expect(block('1:2:3:4:5:6:7::').prefix).toHaveLength(128);
  });

  it.each([
    ...[
      '',
      '10.0.0',
      '10.0.0.0.0',
      '256.0.0.0',
      '010.0.0.0',
      '10.0.0.0/33',
      '10.0.0.0/08',
      '10.0.0.0/',
      '10.0.0.0/8/8',
    ],
    ...[
      ' 10.0.0.0/8',
      '1::2::3',
      ':::',
      '1:2:3:4:5:6:7:8::',
      '1:2:3',
      '12345::',
      'fe80::1%eth0',
      '::1.2.3',
      '::/129',
      'g::',
    ],
  ])('does not take %p for a block', text => expect(tryBlock(text)).toBeUndefined());

  it.each([
    ['0.0.0.0/0', '255.255.255.255', true],
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['::/0', '10.0.0.1', false],
    ['2000::/3', '3fff::1', true],
    ['2000::/3', '4000::', false],
  ])('%s contains %s: %p', (outer, inner, expected) => expect(contains(block(outer), block(inner))).toBe(expected));
});
