import fc from 'fast-check';
import { Port } from '../../src/model/port';
import { Protocol } from '../../src/model/protocol';
import { port } from '../arbitraries/ports';
import { refusalOf } from '../refusal';

describe('Port', () => {
  it('is one number where one is given, and a closed range where two are', () => {
    expect(Port.tcp(80)).toMatchObject({ protocol: 'TCP', first: 80, last: 80 });
    expect(Port.udp(8000, 8100)).toMatchObject({ protocol: 'UDP', first: 8000, last: 8100 });
    expect(Port.sctp(1, 65535).isWhole).toBe(true);
  });

  it.each([
    ['dns', Port.dns(), 'UDP 53, TCP 53'],
    ['http', Port.http(), 'TCP 80'],
    ['https', Port.https(), 'TCP 443'],
    ['postgres', Port.postgres(), 'TCP 5432'],
    ['mysql', Port.mysql(), 'TCP 3306'],
    ['mongodb', Port.mongodb(), 'TCP 27017'],
    ['redis', Port.redis(), 'TCP 6379'],
    ['kafka', Port.kafka(), 'TCP 9092'],
    ['elasticsearch', Port.elasticsearch(), 'TCP 9200'],
  ])('knows the port of %s', (_, known, words) => expect([known].flat().join(', ')).toBe(words));

  it.each([
    [Port.tcp(8080), 'TCP 8080'],
    [Port.tcp(8000, 8100), 'TCP 8000-8100'],
    [Port.named('dns', Protocol.UDP), 'UDP dns'],
    [Port.named('http'), 'TCP http'],
    [Port.allTcp(), 'TCP'],
    [Port.allUdp(), 'UDP'],
    [Port.allSctp(), 'SCTP'],
    [Port.all(), 'all ports'],
  ])('is written as people write it: %s', (one, words) => expect(String(one)).toBe(words));

  it('stands for a whole protocol only where every number is in it', () => {
    const whole = [Port.allTcp(), Port.tcp(1, 65535), Port.all()];
    const part = [Port.tcp(1, 65534), Port.tcp(2, 65535), Port.named('http')];
    expect([...whole, ...part].map(({ isWhole }) => isWhole)).toEqual([true, true, true, false, false, false]);
  });

  it.each([[0], [-1], [65536], [70000], [80.5], [Infinity], [-0]])(
    'refuses %p, naming the range that exists',
    number => {
      const refusal = refusalOf(() => Port.tcp(number));
      expect(refusal).toMatchObject({ code: 'port-range', path: 'Port.tcp', value: number });
      expect(refusal.message).toContain(
        `port ${number} does not exist; use whole numbers, 1 <= first <= last <= 65535`,
      );
    },
  );

  it('names the one number that was given also where it is NaN', () => {
    expect(refusalOf(() => Port.udp(NaN))).toMatchObject({ code: 'port-range', path: 'Port.udp', value: NaN });
    expect(refusalOf(() => Port.udp(NaN)).message).toContain('port NaN does not exist');
  });

  it('refuses a reversed range and one that leaves 1-65535', () => {
    expect(refusalOf(() => Port.tcp(9000, 8000))).toMatchObject({ code: 'port-range', value: [9000, 8000] });
    expect(refusalOf(() => Port.sctp(0, 10)).code).toBe('port-range');
    expect(refusalOf(() => Port.sctp(1, 65536)).code).toBe('port-range');
  });

  it('has either a range or a name, never neither', () => {
    fc.assert(fc.property(port, one => (one.first === undefined) === (one.name !== undefined)));
  });
});
