import { Direction } from '../../src/model/direction';
import { Guarantee } from '../../src/model/guarantee';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { prove } from '../../src/verify/space/proof';

const web = Pods.labeled({ app: 'web' }).inNamespace('shop');
const db = Pods.labeled({ app: 'db' }).inNamespace('shop');

/** From web to db, as far as web decides; db accepts nothing. */
const guarantee: Guarantee = {
  isolates: [
    { pods: web, directions: [Direction.EGRESS] },
    { pods: db, directions: [Direction.INGRESS] },
  ],
  opens: [{ from: [web], to: [db], ports: [Port.postgres()], ends: [Direction.EGRESS] }],
};

describe('a guarantee', () => {
  it('is proven of policies that do exactly that', () => {
    expect(prove(guarantee, [sending(Port.postgres()), accepting()])).toEqual({ verdict: 'holds' });
  });

  it('is broken by a rule at the end at which it opens nothing', () => {
    const proof = prove(guarantee, [sending(Port.postgres()), accepting(Port.postgres())]);
    expect(proof).toMatchObject({ verdict: 'broken', claim: 'isolated pods have no ingress beyond the guarantee' });
  });

  it('is broken by a rule at one end even where the other end denies the same', () => {
    const proof = prove(guarantee, [sending(Port.postgres()), accepting(Port.redis())]);
    expect(proof).toMatchObject({ verdict: 'broken', witness: { port: 6379 } });
  });

  it('is broken where a rule is missing', () => {
    expect(prove(guarantee, [sending(), accepting()])).toMatchObject({ verdict: 'broken', witness: { port: 5432 } });
  });

  it('is broken where other pods are isolated too', () => {
    const more = { ...accepting(), podSelector: Pods.all().podSelector };
    const proof = prove(guarantee, [sending(Port.postgres()), more]);
    expect(proof).toMatchObject({ verdict: 'broken', claim: 'no other pods are isolated for ingress' });
  });
});

function sending(...ports: Port[]): Policy {
  const egress = ports.map(port => new Rule([db], [port]));
  return { name: 'web', namespace: 'shop', podSelector: web.podSelector, egress };
}

function accepting(...ports: Port[]): Policy {
  const ingress = ports.map(port => new Rule([web], [port]));
  return { name: 'db', namespace: 'shop', podSelector: db.podSelector, ingress };
}
