import { IPeer, IpBlock, LoadBalancer } from '../../src';
import { LOAD_BALANCER_RANGES, SourceRanges } from '../../src/facts/load-balancer-ranges';
import { refusalOf } from '../refusal';

const blocks = (peer: IPeer) => peer.toPeers().map(String);

describe('the sources of load balancers', () => {
  it.each<[string, IPeer, boolean]>([
    ['gkeGlobal', LoadBalancer.gkeGlobal(), true],
    ['gkePassthrough', LoadBalancer.gkePassthrough(), true],
    ['gkeInternal', LoadBalancer.gkeInternal(), true],
    ['gkeRegional', LoadBalancer.gkeRegional(['10.129.0.0/23']), true],
    ['azure', LoadBalancer.azure(), false],
    ['alibaba', LoadBalancer.alibaba(), false],
    ['tencent', LoadBalancer.tencent(), false],
    ['bytePlus', LoadBalancer.bytePlus(), true],
    ['huawei', LoadBalancer.huawei(), false],
  ])('%s: blocks of IPv4, and of IPv6 where the cloud has it', (_, peer, hasIpv6) => {
    const families = peer.toPeers().map(term => term instanceof IpBlock && term.cidr.isIpv6);
    expect([families.includes(false), families.includes(true)]).toEqual([true, hasIpv6]);
  });

  it('of external passthrough balancers of Google are not those of its proxies', () => {
    expect(blocks(LoadBalancer.gkePassthrough())).not.toContain('130.211.0.0/22');
    expect(blocks(LoadBalancer.gkeGlobal())).not.toContain('209.85.152.0/22');
  });

  it("in the user's own subnets are these, and for Google the health checks too", () => {
    expect(blocks(LoadBalancer.aws(['10.0.0.0/24', 'fd00::/64']))).toEqual(['10.0.0.0/24', 'fd00::/64']);
    expect(blocks(LoadBalancer.gkeRegional(['10.129.0.0/23']))).toEqual([
      '10.129.0.0/23',
      ...blocks(LoadBalancer.gkeGlobal()),
    ]);
  });

  it('refuse no subnet, and what is none', () => {
    expect(refusalOf(() => LoadBalancer.aws([])).message).toBe(
      'LoadBalancer.aws > subnets: the list is empty; give the blocks of the subnets [empty-list]',
    );
    expect(refusalOf(() => LoadBalancer.gkeRegional(['10.0.0.1']))).toMatchObject({
      code: 'cidr',
      path: 'LoadBalancer.gkeRegional > subnets[0]',
    });
  });

  it.each(Object.entries<SourceRanges>(LOAD_BALANCER_RANGES))('%s: has a source', (_, { source }) => {
    expect(source).toMatch(/^https:/);
  });
});
