import fc from 'fast-check';
import { ruleManifests } from '../../src/emit/rules';
import { IpBlock } from '../../src/model/ip-block';
import { Anywhere, PeerTerm } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { port } from '../arbitraries/ports';

const web = Pods.labeled({ app: 'web' }).inNamespace('shop');
const db = Pods.labeled({ app: 'db' }).inNamespace('shop');

const POOL: readonly PeerTerm[] = [web, db, web.inNamespace('pay'), IpBlock.of('10.0.0.0/8'), Anywhere.INSTANCE];

const rule = fc
  .tuple(
    fc.array(fc.constantFrom(...POOL), { minLength: 1, maxLength: 3 }),
    fc.array(port, { minLength: 1, maxLength: 3 }),
  )
  .map(([peers, ports]) => new Rule(peers, ports));

const rules = fc.array(rule, { minLength: 1, maxLength: 4 });

const written = (list: readonly Rule[]) => ruleManifests(list, 'shop');

describe('the rules of a policy, as they are written', () => {
  it('have each peer once, with all of its ports', () => {
    expect(written([new Rule([web], [Port.tcp(80)]), new Rule([web], [Port.tcp(81)])])).toEqual([
      {
        peers: [{ podSelector: { matchLabels: { app: 'web' } } }],
        ports: [{ endPort: 81, port: 80, protocol: 'TCP' }],
      },
    ]);
  });

  it('have peers with equal ports in one rule', () => {
    expect(written([new Rule([web], [Port.tcp(80)]), new Rule([db], [Port.tcp(80)])])).toHaveLength(1);
    expect(written([new Rule([web], [Port.tcp(80)]), new Rule([db], [Port.tcp(81)])])).toHaveLength(2);
  });

  it('leave out the peers beside anywhere, where the ports are the same, and keep them where they are not', () => {
    expect(written([new Rule([web, Anywhere.INSTANCE], [Port.all()])])).toEqual([
      { peers: undefined, ports: undefined },
    ]);
    expect(written([new Rule([Anywhere.INSTANCE], [Port.tcp(80)]), new Rule([web], [Port.tcp(81)])])).toHaveLength(2);
  });

  it('do not depend on the order of rules and peers, nor on how they are cut', () => {
    fc.assert(
      fc.property(rules, list => {
        const backwards = [...list]
          .reverse()
          .map(({ peers, ports }) => new Rule([...peers].reverse(), [...ports].reverse()));
        const cut = list.flatMap(({ peers, ports }) =>
          peers.flatMap(peer => ports.map(each => new Rule([peer], [each]))),
        );
        expect(JSON.stringify(written(backwards))).toBe(JSON.stringify(written(list)));
        expect(JSON.stringify(written(cut))).toBe(JSON.stringify(written(list)));
        expect(JSON.stringify(written([...list, ...list]))).toBe(JSON.stringify(written(list)));
      }),
    );
  });

  it('have no list that is empty: that would be everyone, or every port', () => {
    fc.assert(
      fc.property(rules, list => {
        for (const { peers, ports } of written(list)) {
          expect(peers?.length).not.toBe(0);
          expect(ports?.length).not.toBe(0);
        }
      }),
    );
  });
});
