import { Cidr } from '../../src/model/cidr';
import { IpBlock } from '../../src/model/ip-block';

/** 65,536 blocks, none of which lies in another. */
const BLOCKS = Array.from({ length: 0x10000 }, (_, index) => `10.${index >> 8}.${index & 255}.0/25`);

describe('an ipBlock with very many exceptions', () => {
  it('takes time in proportion to them', () => {
    const start = performance.now();
    expect(IpBlock._of('10.0.0.0/8', BLOCKS).except).toHaveLength(BLOCKS.length);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('still drops exceptions that lie in others, however deep', () => {
    const nested = ['10.0.0.0/9', '10.1.0.0/16', '10.1.2.0/24', '10.200.0.0/16', '10.200.0.0/16', '10.200.0.0/24'];
    const block = IpBlock._except(Cidr.of('10.0.0.0/8'), nested.map(Cidr.of));
    expect(block.except.map(String)).toEqual(['10.0.0.0/9', '10.200.0.0/16']);
  });
});
