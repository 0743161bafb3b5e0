import fc from 'fast-check';
import { Cidr } from '../../src/model/cidr';
import { block, contains } from '../address/block';
import { refusedFields } from '../api-server/api-server';
import { cidrLike, cidrText } from '../arbitraries/addresses';
import { refusalOf } from '../refusal';

const cidr = cidrText.map(text => Cidr.of(text));

describe('Cidr', () => {
  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['::/0', '::/0'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:db8:0:0::/32', '2001:db8::/32'],
    ['2001:0db8::/32', '2001:db8::/32'],
    ['64:ff9b::10.0.0.0/104', '64:ff9b::a00:0/104'],
    ['::1/128', '::1/128'],
  ])('of %s is %s', (given, canonical) => {
    expect(String(Cidr.of(given))).toBe(canonical);
    expect(Cidr.of(given).isIpv6).toBe(given.includes(':'));
  });

  it.each([
    ['10.0.0.5/24', "has bits set beyond the prefix length; did you mean '10.0.0.0/24' or '10.0.0.5/32'?"],
    ['2001:db8::1/32', "has bits set beyond the prefix length; did you mean '2001:db8::/32' or '2001:db8::1/128'?"],
    ['010.0.0.0/8', "has leading zeros; did you mean '10.0.0.0/8'?"],
    ['10.0.0.0/08', "has leading zeros; did you mean '10.0.0.0/8'?"],
    ['::ffff:10.0.0.0/104', 'is an IPv4-mapped IPv6 block; write the IPv4 block'],
    ['::ffff:0:0/96', 'is an IPv4-mapped IPv6 block; write the IPv4 block'],
    ['10.0.0.0', "has no prefix length; did you mean '10.0.0.0/32'?"],
    ['fd00::1', "has no prefix length; did you mean 'fd00::1/128'?"],
    ['10.0.0.0/33', 'has no valid prefix length; use a whole number from 0 to 32 after the slash'],
    ['::/129', 'has no valid prefix length; use a whole number from 0 to 128 after the slash'],
    ['10.0.0.0/', 'has no valid prefix length; use a whole number from 0 to 32 after the slash'],
    ['10.0.0.0/-1', 'has no valid prefix length; use a whole number from 0 to 32 after the slash'],
    ['10.0.0.0/8.0', 'has no valid prefix length; use a whole number from 0 to 32 after the slash'],
    ['10.0.0.0/1e1', 'has no valid prefix length; use a whole number from 0 to 32 after the slash'],
    ...['', '/', 'shop', '10.0.0/8', '256.0.0.0/8', ' 10.0.0.0/8', '10.0.0.0/8 ', '10.0.0.0/8/8', 'fe80::%eth0/64'].map(
      text => [
        text,
        text.trim() === text || text.startsWith(' ')
          ? 'is not a CIDR; write it like 10.9.8.0/24 or 2001:db8::/64'
          : 'has no valid prefix length',
      ],
    ),
  ])('refuses %p: it %s', (given, words) => {
    const refusal = refusalOf(() => Cidr.of(given));
    expect(refusal).toMatchObject({ code: 'cidr', path: 'Cidr.of', value: given });
    expect(refusal.message).toContain(`'${given}' ${words}`);
  });

  it('takes what the API server takes, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(cidrText, cidrLike), text => expect(isTaken(text)).toBe(isAccepted(text))),
      { numRuns: 1000 },
    );
  });

  it('refuses what is no text', () => {
    for (const junk of [null, 10, {}, ['10.0.0.0/8']]) {
      expect(refusalOf(() => Cidr.of(junk as string)).code).toBe('wrong-type');
    }
  });

  it('contains the blocks whose addresses it has: as computed with bits', () => {
    fc.assert(
      fc.property(cidr, cidr, (a, b) => {
        expect(a.contains(b)).toBe(contains(block(a.block), block(b.block)));
        expect(a.overlaps(b)).toBe(a.contains(b) || b.contains(a));
      }),
    );
  });

  it('orders blocks partially: reflexive, antisymmetric, transitive', () => {
    fc.assert(
      fc.property(cidr, cidr, cidr, (a, b, c) => {
        expect(a.contains(a)).toBe(true);
        if (a.contains(b) && b.contains(a)) expect(a.block).toBe(b.block);
        if (a.contains(b) && b.contains(c)) expect(a.contains(c)).toBe(true);
      }),
    );
  });

  it('has one text a block', () => {
    fc.assert(fc.property(cidr, one => expect(Cidr.of(one.block)).toEqual(one)));
  });
});

function isTaken(text: string): boolean {
  try {
    return Cidr.of(text).block.length > 0;
  } catch {
    return false;
  }
}

function isAccepted(text: string): boolean {
  const spec = { ingress: [{ from: [{ ipBlock: { cidr: text } }] }] };
  const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'a' }, spec };
  return refusedFields(policy, 'default').length === 0;
}
