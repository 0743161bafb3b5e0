import { DNS_ADDRESSES, OPENSHIFT_DNS_PORT } from '../../src/facts/dns-addresses';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { GLOBAL_UNICAST_IPV6, NAT64, PLATFORM_IPV4, SPECIAL_IPV4, SPECIAL_IPV6 } from '../../src/facts/special-ranges';
import { block, contains } from '../address/block';

const tables = { SPECIAL_IPV4, SPECIAL_IPV6, PLATFORM_IPV4, NAT64: [NAT64] };

const SOURCE = /^(RFC \d{3,4}|https:\/\/\S+)$/;

describe.each(Object.entries(tables))('the table %s', (_, rows) => {
  it.each(rows.map(row => [row.cidr, row] as const))(
    '%s is a block with a name and a source',
    (cidr, { name, source }) => {
      expect(block(cidr).rest).not.toContain('1');
      expect(name).not.toBe('');
      expect(source).toMatch(SOURCE);
    },
  );

  it('has no block inside another', () => {
    const blocks = rows.map(({ cidr }) => block(cidr));
    for (const one of blocks) expect(blocks.filter(other => contains(other, one))).toEqual([one]);
  });
});

describe('the table of metadata addresses', () => {
  it.each(METADATA_ADDRESSES.map(row => [row.address, row] as const))(
    '%s is an address with a source',
    (address, { providers, source }) => {
      expect([32, 128]).toContain(block(address).prefix.length);
      expect(providers).not.toBe('');
      expect(source).toMatch(SOURCE);
    },
  );

  it('has no address twice', () => {
    const addresses = METADATA_ADDRESSES.map(({ address }) => block(address).prefix);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('the table of DNS addresses', () => {
  it.each(Object.entries(DNS_ADDRESSES))('%s has link-local addresses and a source', (_, { addresses, source }) => {
    for (const address of addresses) expect(contains(block('169.254.0.0/16'), block(address))).toBe(true);
    expect(source).toMatch(SOURCE);
  });

  it('has a source for the port of OpenShift', () =>
    expect(OPENSHIFT_DNS_PORT).toMatchObject({ port: 5353, source: expect.stringMatching(SOURCE) as string }));
});

it('the IPv6 table lies in what IANA assigns to the internet', () => {
  for (const { cidr } of SPECIAL_IPV6) expect(contains(block(GLOBAL_UNICAST_IPV6), block(cidr))).toBe(true);
});
