import { Peer } from '../../src/facts/peer';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { intentOf } from '../../src/patterns/pattern';
import { ThreeTierAppProps, threeTierApp } from '../../src/patterns/three-tier-app';
import { refusalOf } from '../refusal';

const PROPS: ThreeTierAppProps = {
  frontend: { pods: Pods.labeled({ tier: 'f' }), ports: [Port.http()], from: [Peer.anywhere()] },
  backend: { pods: Pods.labeled({ tier: 'b' }), port: Port.http() },
  database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
  description: 'The shop',
};

const place = { name: 'a', namespace: 'shop' };

describe('a pattern', () => {
  it('is a function of its props: it changes none, and says the same again', () => {
    const frozen = deepFrozen(PROPS);
    expect(intentOf(threeTierApp, frozen, place)).toEqual(intentOf(threeTierApp, PROPS, place));
  });

  it('reads each of its props once', () => {
    const reads: string[] = [];
    const spied = new Proxy(PROPS, {
      get: (target, field) => {
        reads.push(String(field));
        return Reflect.get(target, field) as unknown;
      },
    });
    intentOf(threeTierApp, spied, place);
    expect(new Set(reads).size).toBe(reads.length);
  });

  it('takes what is undefined for what is left out', () => {
    const undefinedToo = { ...PROPS, dns: undefined, withoutDns: undefined, owner: undefined, name: undefined };
    expect(intentOf(threeTierApp, undefinedToo, place)).toEqual(intentOf(threeTierApp, PROPS, place));
  });

  it('knows the fields that all patterns have, and its own', () => {
    const { fix } = refusalOf(() => intentOf(threeTierApp, { ...PROPS, misspelt: 1 }, place));
    for (const field of [
      'name',
      'namespace',
      'namespaceAgnostic',
      'description',
      'owner',
      'lastReviewed',
      'database',
    ]) {
      expect(fix).toContain(field);
    }
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFrozen(inner);
  return Object.freeze(value);
}
