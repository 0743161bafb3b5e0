import fc from 'fast-check';
import { IpBlock } from '../../src/model/ip-block';
import { block, contains } from '../address/block';
import { refusalOf } from '../refusal';

describe('IpBlock', () => {
  it('is a block minus smaller blocks, in order and none inside another', () => {
    const peer = IpBlock.of('10.0.0.0/8', '10.9.0.0/16', '10.1.2.0/24', '10.1.0.0/16', '10.9.0.0/16');
    expect(String(peer)).toBe('10.0.0.0/8 except 10.1.0.0/16, 10.9.0.0/16');
    expect(String(IpBlock.of('2001:db8::/32'))).toBe('2001:db8::/32');
    expect(peer.toPeers()).toEqual([peer]);
  });

  it('means the same addresses however its exceptions are given', () => {
    const part = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 15 }))
      .map(([bits, value]) => `10.0.0.${(value >> (4 - bits)) << (4 - bits)}/${28 + bits}`);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), parts => {
        const { except } = IpBlock.of('10.0.0.0/28', ...parts);
        for (let last = 0; last < 16; last++) {
          const address = block(`10.0.0.${last}`);
          const isLeftOut = (blocks: readonly string[]) => blocks.some(one => contains(block(one), address));
          expect(isLeftOut(except.map(String))).toBe(isLeftOut(parts));
        }
        expect(IpBlock.of('10.0.0.0/28', ...[...parts].reverse()).except).toEqual(except);
      }),
    );
  });

  it.each([
    ['outside', '192.168.0.0/16'],
    ['equal', '10.0.0.0/8'],
    ['wider', '0.0.0.0/0'],
    ['of the other family', '2001:db8::/32'],
  ])('refuses an exception that is %s', (_, except) => {
    const refusal = refusalOf(() => IpBlock.of('10.0.0.0/8', '10.1.0.0/16', except));
    expect(refusal).toMatchObject({ code: 'except', path: 'IpBlock.of > except[1]', value: except });
    expect(refusal.message).toContain('leave it out, or name a part of 10.0.0.0/8');
  });

  it('refuses an exception that is no block, and says which', () => {
    expect(refusalOf(() => IpBlock.of('10.0.0.0/8', '10.1.2.3/16'))).toMatchObject({
      code: 'cidr',
      path: 'IpBlock.of > except[0]',
    });
    const list = ['10.1.0.0/16'] as unknown as string;
    expect(refusalOf(() => IpBlock.of('10.0.0.0/8', list))).toMatchObject({
      code: 'wrong-type',
      path: 'IpBlock.of > except[0]',
    });
  });

  it('cannot be given other exceptions afterwards', () => {
    const peer = IpBlock.of('0.0.0.0/0', '10.0.0.0/8');
    expect(() => peer.except.pop()).toThrow(TypeError);
    expect(peer.except).toHaveLength(1);
  });
});
