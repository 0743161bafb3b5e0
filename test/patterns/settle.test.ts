import { Direction, DIRECTIONS } from '../../src/model/direction';
import { LabelExpression } from '../../src/model/label-expression';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { Group, policyOf } from '../../src/patterns/plan';
import { settle } from '../../src/patterns/settle';
import { refusalOf } from '../refusal';

const place = { name: 'app', namespace: 'shop' };

const group = (part: string, pods: Pods): Group => ({ part, path: `${part}.pods`, pods, isolates: DIRECTIONS });

const web = group('web', Pods.labeled({ app: 'web' }));

const overlapping = (a: Pods, b: Pods) => settle({ groups: [group('a', a), group('b', b)], connections: [] }, place);

describe('a plan in its place', () => {
  it('has its names, and its pods in the namespace', () => {
    const only = { part: '', path: 'pods', pods: Pods.all(), isolates: [Direction.INGRESS] };
    const plan = settle(
      { groups: [only], connections: [{ from: [Pods.all()], to: only, ports: [Port.http()] }] },
      place,
    );
    expect(plan.groups.map(({ name, pods }) => `${name}: ${pods}`)).toEqual(['app: all pods in namespace shop']);
    expect(plan.connections.map(({ from }) => String(from))).toEqual(['all pods in namespace shop']);
    expect(settle({ groups: [web], connections: [] }, place).groups[0].name).toBe('app-web');
  });

  it('leaves pods where they say that they are', () => {
    const plan = settle({ groups: [group('a', Pods.all().inNamespace('pay'))], connections: [] }, place);
    expect(String(plan.groups[0].pods)).toBe('all pods in namespace pay');
  });

  it('gives each policy the rules of its own end, and none to the other', () => {
    const db = group('db', Pods.labeled({ app: 'db' }));
    const plan = settle({ groups: [web, db], connections: [{ from: web, to: db, ports: [Port.postgres()] }] }, place);
    const [ofWeb, ofDb] = plan.groups.map(each => policyOf(each, plan));
    expect([ofWeb.ingress?.length, ofWeb.egress?.length, ofDb.ingress?.length, ofDb.egress?.length]).toEqual([
      0, 1, 1, 0,
    ]);
    expect(String(ofWeb.egress?.[0].peers)).toBe('pods app=db in namespace shop');
    expect(String(ofDb.ingress?.[0].peers)).toBe('pods app=web in namespace shop');
  });

  it.each([
    ['equal', Pods.labeled({ app: 'web' }), Pods.labeled({ app: 'web' })],
    ['one inside the other', Pods.labeled({ app: 'web', tier: 'a' }), Pods.labeled({ app: 'web' })],
    ['the other inside the one', Pods.all(), Pods.labeled({ app: 'web' })],
    ['equal by expressions', Pods.matching(LabelExpression.in('app', ['web'])), Pods.labeled({ app: 'web' })],
    [
      'one inside the other by expressions',
      Pods.matching(LabelExpression.notIn('app', ['db'])),
      Pods.labeled({ app: 'web' }),
    ],
  ])('has no groups that are %s', (_, a, b) => {
    expect(refusalOf(() => overlapping(a, b))).toMatchObject({ code: 'overlap', fix: 'give each its own labels' });
    expect(refusalOf(() => overlapping(b, a)).code).toBe('overlap');
  });

  it('has groups that are apart, or share but some pods', () => {
    expect(overlapping(Pods.labeled({ app: 'web' }), Pods.labeled({ app: 'db' })).groups).toHaveLength(2);
    expect(overlapping(Pods.labeled({ app: 'web' }), Pods.labeled({ tier: 'a' })).groups).toHaveLength(2);
    expect(overlapping(Pods.all(), Pods.all().inNamespace('pay')).groups).toHaveLength(2);
  });
});
