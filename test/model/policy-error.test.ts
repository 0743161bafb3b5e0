import { Testing } from 'cdk8s';
import { DefaultDeny, Pods, Port } from '../../src';
import { Cidr } from '../../src/model/cidr';
import { naming, PolicyError } from '../../src/model/policy-error';
import { refusalOf } from '../refusal';

const refusal = new PolicyError({ code: 'port-range', value: 0, problem: 'port 0 does not exist', fix: 'use 1' });

describe('PolicyError', () => {
  it('is one line: what is wrong, what to write instead, the code', () => {
    expect(refusal.message).toBe('port 0 does not exist; use 1 [port-range]');
    expect(refusal).toMatchObject({ name: 'PolicyError', code: 'port-range', path: '', value: 0, fix: 'use 1' });
    expect(refusal).toBeInstanceOf(Error);
  });

  it('is one line whatever the value is', () => {
    const refused = refusalOf(() => Cidr._of('10.0.0.0\u001B[2J\n::error::no/8'));
    expect(refused.message).toContain(String.raw`'10.0.0.0\u001b[2J\n::error::no/8'`);
    expect(refused.problem).toContain('\u001B[2J');
  });

  it('says where the value stands, from the inside out', () => {
    const inside = refusal.inside(1).inside('ports').inside('database');
    expect(inside.path).toBe('database.ports[1]');
    expect(inside.within("ThreeTierApp 'shop'").message).toBe(
      "ThreeTierApp 'shop' > database.ports[1]: port 0 does not exist; use 1 [port-range]",
    );
    expect(refusal.within('Port.tcp').path).toBe('Port.tcp');
  });

  it('is not changed by that', () => {
    refusal.inside('ports');
    expect(refusal.path).toBe('');
  });

  it.each([
    ['a value', () => Port.tcp(70_000)],
    ['a list of values', () => Pods.labeled({ app: 'web' }, 'app' as never)],
    ['a construct', () => new DefaultDeny(Testing.chart(), 'deny', { pods: Pods.all() })],
  ])('has a stack that begins at the line that gave the value, to %s', (_, give) => {
    const [, first] = refusalOf(give).stack?.split('\n') ?? [];
    expect(first).toContain('policy-error.test.ts');
  });

  it('takes the name of whoever was called, and lets other errors be', () => {
    expect(
      refusalOf(() =>
        naming('Port.tcp', () => {
          throw refusal;
        }),
      ).path,
    ).toBe('Port.tcp');
    const other = new Error('out of memory');
    expect(() =>
      naming('Port.tcp', () => {
        throw other;
      }),
    ).toThrow(other);
    expect(naming('Port.tcp', () => 80)).toBe(80);
  });
});
