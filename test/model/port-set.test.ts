import fc from 'fast-check';
import { Port } from '../../src/model/port';
import { canonicalPorts, mergeIntervals } from '../../src/model/port-set';
import { Protocol, PROTOCOLS } from '../../src/model/protocol';
import { port, PORT_NAMES, PORT_NUMBERS } from '../arbitraries/ports';

const ports = fc.array(port, { minLength: 1, maxLength: 6 });

const words = (list: readonly Port[]) => list.map(String);

describe('the canonical form of a list of ports', () => {
  it.each([
    [[Port.tcp(80), Port.tcp(80)], ['TCP 80']],
    [[Port.tcp(81), Port.tcp(80)], ['TCP 80-81']],
    [
      [Port.tcp(82), Port.tcp(80)],
      ['TCP 80', 'TCP 82'],
    ],
    [[Port.tcp(80, 90), Port.tcp(85, 100), Port.tcp(101)], ['TCP 80-101']],
    [
      [Port.sctp(1), Port.udp(1), Port.tcp(1)],
      ['TCP 1', 'UDP 1', 'SCTP 1'],
    ],
    [
      [Port.named('http'), Port.tcp(443)],
      ['TCP 443', 'TCP http'],
    ],
    [[Port.named('http'), Port.allTcp()], ['TCP']],
    [
      [Port.named('http', Protocol.UDP), Port.allTcp()],
      ['TCP', 'UDP http'],
    ],
    [[Port.tcp(1, 100), Port.tcp(101, 65535)], ['TCP']],
    [[Port.tcp(80), Port.all(), Port.named('x')], ['all ports']],
    [
      [Port.allTcp(), Port.allUdp(), Port.allSctp()],
      ['TCP', 'UDP', 'SCTP'],
    ],
  ])('of %s is %s', (list, canonical) => expect(words(canonicalPorts(list))).toEqual(canonical));

  it('has the same ports as the list', () => {
    fc.assert(
      fc.property(ports, list => {
        for (const point of POINTS) expect(covers(canonicalPorts(list), point)).toBe(covers(list, point));
      }),
    );
  });

  it('is the same again for itself', () => {
    fc.assert(
      fc.property(
        ports,
        list => words(canonicalPorts(canonicalPorts(list))).join() === words(canonicalPorts(list)).join(),
      ),
    );
  });

  it('does not depend on the order, nor on duplicates', () => {
    const listAndShuffled = ports.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: 2 * list.length })),
    );
    fc.assert(
      fc.property(listAndShuffled, ([list, shuffled]) => {
        expect(words(canonicalPorts(shuffled))).toEqual(words(canonicalPorts(list)));
      }),
    );
  });

  it('is one form: lists of numbers with the same ports have it in common', () => {
    const numbers = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 1 });
    fc.assert(
      fc.property(numbers, picked => {
        const singles = canonicalPorts(picked.map(number => Port.tcp(number)));
        const merged = mergeIntervals(picked.map(first => ({ first, last: first })));
        expect(words(singles)).toEqual(merged.map(({ first, last }) => String(Port.tcp(first, last))));
        expect(merged.slice(1).every(({ first }, index) => first > merged[index].last + 1)).toBe(true);
      }),
    );
  });

  it('leaves the list as it was', () => {
    const list = Object.freeze([Port.tcp(81), Port.tcp(80)]);
    canonicalPorts(list);
    expect(words(list)).toEqual(['TCP 81', 'TCP 80']);
  });
});

/** A connection's port: its number, and the name that the destination pod gives it, if any. */
interface Point {
  readonly protocol: Protocol;
  readonly number: number;
  readonly name?: string;
}

/** Every number at which the lists of the test can change, and one beside each. */
const POINTS: readonly Point[] = PROTOCOLS.flatMap(protocol =>
  PORT_NUMBERS.flatMap(number => [
    ...[number - 1, number, number + 1].filter(n => n >= 1 && n <= 65535).map(n => ({ protocol, number: n })),
    ...PORT_NAMES.map(name => ({ protocol, number, name })),
  ]),
);

function covers(list: readonly Port[], { protocol, number, name }: Point): boolean {
  return list.some(one => {
    if (one.protocol !== undefined && one.protocol !== protocol) return false;
    return one.name === undefined ? Number(one.first) <= number && number <= Number(one.last) : one.name === name;
  });
}
