import fc from 'fast-check';
import { IpBlock } from '../../src/model/ip-block';
import { LabelSelector } from '../../src/model/label-selector';
import { Policy } from '../../src/model/policy';
import { PROTOCOLS } from '../../src/model/protocol';
import { Inverse } from '../../src/verify/matrix/inverse';
import { PolicyLists } from '../../src/verify/reach/policy-lists';
import { AddressClasses } from '../../src/verify/sets/address-classes';
import { AddressRange, AddressSet } from '../../src/verify/sets/address-set';
import { EndpointSet } from '../../src/verify/sets/endpoint-set';
import { PortRange, PortSets } from '../../src/verify/sets/port-sets';
import { block, contains } from '../address/block';
import { addressOf, blockOf } from './model-of';
import { ADDRESSES, WIDE } from './pools';

/** Small ones, and some beyond the size from which bits are asked. */
const numbers = fc.uniqueArray(fc.nat(70), { maxLength: 40, size: 'max' }).map(all => all.sort((a, b) => a - b));

const port = fc.constantFrom(1, 2, 79, 80, 81, 443, 65534, 65535);

const range: fc.Arbitrary<PortRange> = fc
  .record({ protocol: fc.constantFrom(...PROTOCOLS), a: port, b: port })
  .map(({ protocol, a, b }) => ({ protocol, first: Math.min(a, b), last: Math.max(a, b) }));

const ranges = fc.array(range, { maxLength: 5 });

const addresses: fc.Arbitrary<AddressRange[]> = fc.array(
  fc.tuple(fc.bigInt(0n, 40n), fc.bigInt(0n, 9n)).map(([first, more]) => ({ first, last: first + more })),
  { maxLength: 4 },
);

describe('a set of endpoints', () => {
  it('has what the numbers say, whichever way it was made', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const [one, other, third] = [a, b, c].map(ids => EndpointSet.ofSorted(ids));
        expect([...EndpointSet.union([one, other, third]).ids]).toEqual(
          [...new Set([...a, ...b, ...c])].sort((x, y) => x - y),
        );
        expect([...one.intersect(other).ids]).toEqual(a.filter(id => b.includes(id)));
        expect([...one.subtract(other).ids]).toEqual(a.filter(id => !b.includes(id)));
        expect(one.meets(other)).toBe(a.some(id => b.includes(id)));
        expect(Array.from({ length: 72 }, (_, id) => one.has(id))).toEqual(
          Array.from({ length: 72 }, (_, id) => a.includes(id)),
        );
      }),
    );
  });

  it('is found by each of its members, and by no other', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 6 }), numbers, (all, asked) => {
        const inverse = new Inverse(
          all.map(ids => EndpointSet.ofSorted(ids)),
          71,
        );
        const having = (ids: readonly number[]) => [...all.keys()].filter(set => all[set].some(id => ids.includes(id)));
        for (const id of asked) expect([...inverse.of(id)]).toEqual(having([id]));
        const found = inverse.meeting(EndpointSet.ofSorted(asked));
        expect([...found].sort((a, b) => a - b)).toEqual(having(asked));
      }),
    );
  });
});

describe('a set of ports', () => {
  it('has what its ranges say, and equal sets have one number', () => {
    const sets = new PortSets();
    const points = PROTOCOLS.flatMap(protocol =>
      [1, 2, 3, 79, 80, 81, 443, 65534, 65535].map(p => [protocol, p] as const),
    );
    const isIn = (all: readonly PortRange[], protocol: string, p: number) =>
      all.some(each => each.protocol === protocol && each.first <= p && p <= each.last);
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const [one, other] = [sets.ofRanges(a), sets.ofRanges(b)];
        for (const [protocol, p] of points) {
          const [inOne, inOther] = [isIn(a, protocol, p), isIn(b, protocol, p)];
          expect(sets.has(sets.union(one, other), protocol, p)).toBe(inOne || inOther);
          expect(sets.has(sets.intersect(one, other), protocol, p)).toBe(inOne && inOther);
          expect(sets.has(sets.subtract(one, other), protocol, p)).toBe(inOne && !inOther);
        }
        expect(sets.ofRanges(sets.ranges(one).reverse())).toBe(one);
        expect(sets.union(sets.subtract(one, other), sets.intersect(one, other))).toBe(one);
      }),
    );
  });
});

describe('addresses', () => {
  it('are said in blocks that hold them and no others, as few as can be', () => {
    fc.assert(
      fc.property(addresses, all => {
        const set = AddressSet.ofRanges(4, all);
        const blocks = set.cidrs().map(block);
        const held = Array.from({ length: 64 }, (_, value) => {
          const address = block(`0.0.0.${value}`);
          return blocks.filter(each => contains(each, address)).length;
        });
        const isIn = (value: number) => all.some(({ first, last }) => first <= value && BigInt(value) <= last);
        expect(held).toEqual(Array.from(held, (_, value) => (isIn(value) ? 1 : 0)));
        // Two halves of one block would be one.
        const halves = blocks.map(({ prefix }) => prefix);
        expect(halves.filter(each => halves.includes(`${each.slice(0, -1)}${each.endsWith('0') ? 1 : 0}`))).toEqual([]);
      }),
    );
  });

  it('share a class exactly where no block tells them apart', () => {
    fc.assert(
      fc.property(fc.subarray([...WIDE.blocks]), chosen => {
        const blocks: IpBlock[] = chosen.map(({ cidr, except }) => blockOf(cidr ?? '', except ?? []));
        const classes = new AddressClasses(blocks);
        const signature = (ip: string) => {
          const inside = blocks.map(each => AddressSet.ofBlock(each).has(addressOf(ip)));
          return [addressOf(ip).family, ...inside].join();
        };
        const classOf = (ip: string) => classes.classOf(addressOf(ip));
        const alike = (key: (ip: string) => unknown) =>
          ADDRESSES.map(one => ADDRESSES.filter(other => key(one) === key(other)).join());
        expect(alike(classOf)).toEqual(alike(signature));
        for (const each of blocks) {
          const inside = ADDRESSES.filter(ip => AddressSet.ofBlock(each).has(addressOf(ip)));
          expect(classes.classesIn(each)).toEqual([...new Set(inside.map(classOf))].sort((x, y) => x - y));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('lists of policies', () => {
  const all = ['a', 'b', 'c', 'd'].map((name): Policy => ({
    name,
    namespace: 'shop',
    podSelector: LabelSelector.everything(),
  }));

  it('have one number where they are equal, and lose one policy at a time', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all), (one, other) => {
        const lists = new PolicyLists();
        const [a, b] = [one, other].map(each => each.reduce((list, policy) => lists.append(list, policy), 0));
        expect(lists.policiesIn(a)).toEqual(one);
        expect(a === b).toBe(JSON.stringify(one) === JSON.stringify(other));
        for (const policy of one) {
          expect(lists.policiesIn(lists.without(a, policy))).toEqual(one.filter(each => each !== policy));
        }
      }),
    );
  });
});
