import fc from 'fast-check';
import { AdminPolicy, AdminRule } from '../../src/model/admin-policy';
import { Direction } from '../../src/model/direction';
import { LabelExpression } from '../../src/model/label-expression';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { comparePolicies } from '../../src/verify/space/comparison';
import { Part, partsOf, without } from '../../src/verify/space/parts';
import { useOf } from '../../src/verify/space/uses';
import { NetworkPolicy } from '../oracle/manifest';
import { PATIENCE, runs } from './long';
import { policySketch, surroundingsOf, worldOf } from './policy-sketches';
import { Claim, find, PolicySketch, situationsOf, truthOf } from './universe';
import { situationOf } from './witness';

jest.setTimeout(PATIENCE);

describe('what a policy or a rule is good for', () => {
  it('is nothing exactly where brute force finds nothing that changes without it', () => {
    fc.assert(
      fc.property(policySketch, fc.nat(), (sketch, number) => {
        const parts = partsOf(worldOf(sketch));
        fc.pre(parts.length > 0);
        const at = number % parts.length;
        const use = useIn(sketch, at);
        const { certain, possible } = find(changes(sketch, at), situationsOf(sketch, sketch), sketch);
        const found = certain !== undefined ? 'needed' : possible !== undefined ? 'unknown' : 'not needed';
        expect([use, certain, possible, NEEDED[use.verdict]]).toEqual([use, certain, possible, found]);
      }),
      { numRuns: runs(8, 40) },
    );
  });

  it('is nothing beside two of its priority that contradict each other', () => {
    const nobody = LabelSelector.labeled({ app: 'web' }, LabelExpression.notIn('app', ['web']));
    const idle = { ...admin('idle', 'Pass'), subject: Pods._of(nobody).inAnyNamespace() };
    const adminPolicies = [admin('a', 'Accept'), idle, admin('z', 'Deny')];
    expect(useOf({ policy: idle }, { policies: [], adminPolicies })).toEqual({ verdict: 'never-matches' });
    const [a, , z] = adminPolicies;
    expect(comparePolicies({ policies: [], adminPolicies }, { policies: [], adminPolicies: [z, a] }).relation).toBe(
      'equal',
    );
    expect(useOf({ policy: z }, { policies: [], adminPolicies })).toMatchObject({ verdict: 'unknown' });
  });

  it('is shown by a connection that the oracle decides otherwise without it', () => {
    fc.assert(
      fc.property(policySketch, sketch => {
        partsOf(worldOf(sketch)).forEach((_, at) => {
          const use = useIn(sketch, at);
          if (use.verdict !== 'needed') return;
          expect([...truthOf(changes(sketch, at), situationOf(use.witness), sketch)]).toEqual([true]);
        });
      }),
      { numRuns: runs(5, 40) },
    );
  });

  it('can be left out where it is not needed, and nothing changes', () => {
    fc.assert(
      fc.property(policySketch, sketch => {
        const world = worldOf(sketch);
        for (const part of partsOf(world)) {
          const { verdict } = useOf(part, world, surroundingsOf(sketch));
          const { relation } = comparePolicies(world, without(world, part), surroundingsOf(sketch));
          if (verdict !== 'unknown') expect([verdict, relation === 'equal']).toEqual([verdict, verdict !== 'needed']);
        }
      }),
      { numRuns: runs(5, 40) },
    );
  });

  it('is nothing for each of two that are the same', () => {
    const [one, other] = [isolating('one', [toWeb]), isolating('other', [toWeb])];
    expect([rule(one), rule(other), { policy: one }].map(part => verdictIn([one, other], part))).toEqual([
      'shadowed',
      'shadowed',
      'shadowed',
    ]);
    expect(verdictIn([one], rule(one))).toBe('needed');
  });

  it('is nothing for a rule that others cover together', () => {
    const every = new Rule([Anywhere.INSTANCE], [Port.allTcp()]);
    const halves = [
      new Rule([Anywhere.INSTANCE], [Port.tcp(1, 99)]),
      new Rule([Anywhere.INSTANCE], [Port.tcp(100, 65535)]),
    ];
    const policy = isolating('all', [every, ...halves]);
    expect(verdictIn([policy], rule(policy))).toBe('shadowed');
  });

  it('is nothing for a rule whose selector contradicts itself', () => {
    const nobody = LabelSelector.labeled({ app: 'web' }, LabelExpression.notIn('app', ['web']));
    const policy = isolating('nobody', [new Rule([Pods._of(nobody)], [Port.http()])]);
    expect(verdictIn([policy], rule(policy))).toBe('never-matches');
    expect(verdictIn([policy], { policy })).toBe('needed');
  });

  it('is nothing for a rule that the other end always contradicts', () => {
    const closed: Policy = { name: 'closed', namespace: 'shop', podSelector: LabelSelector.everything(), egress: [] };
    const policy = isolating('web', [new Rule([Pods.all()], [Port.http()])]);
    expect(verdictIn([policy, closed], rule(policy))).toBe('without-effect');
    expect(verdictIn([policy], rule(policy))).toBe('needed');
  });

  it("is nothing for an administrator's rule after one that decides the same connections, whatever it decides", () => {
    const policy = admin('admin', 'Deny', 'Accept');
    const use = (index: number) =>
      useOf({ policy, rule: { direction: Direction.INGRESS, index } }, { policies: [], adminPolicies: [policy] })
        .verdict;
    expect([use(0), use(1)]).toEqual(['needed', 'shadowed']);
  });
});

const NEEDED = {
  needed: 'needed',
  unknown: 'unknown',
  'never-matches': 'not needed',
  shadowed: 'not needed',
  'without-effect': 'not needed',
} as const;

const toWeb = new Rule([Pods.labeled({ app: 'web' })], [Port.http()]);

function isolating(name: string, ingress: readonly Rule[]): Policy {
  return { name, namespace: 'shop', podSelector: LabelSelector.everything(), ingress };
}

/** About all ingress from pods to pods. */
function admin(name: string, ...actions: AdminRule['action'][]): AdminPolicy {
  const ingress = actions.map(action => ({ action, peers: [Pods.any()], ports: [Port.all()] }));
  return { kind: 'ClusterNetworkPolicy', name, tier: 'Admin', priority: 1, subject: Pods.any(), ingress, egress: [] };
}

function rule(policy: Policy): Part {
  return { policy, rule: { direction: Direction.INGRESS, index: 0 } };
}

function verdictIn(policies: readonly Policy[], part: Part): string {
  return useOf(part, { policies, adminPolicies: [] }).verdict;
}

function useIn(sketch: PolicySketch, at: number) {
  const world = worldOf(sketch);
  return useOf(partsOf(world)[at], world, surroundingsOf(sketch));
}

/** That a connection is decided otherwise without a part of the policies. */
function changes(sketch: PolicySketch, at: number): Claim {
  const rest = sketchWithout(sketch, at);
  return ({ connection }, world) =>
    world.oracle(sketch).isAllowed(connection) !== world.oracle(rest).isAllowed(connection);
}

/** The same without the part of this number: policies and then their rules, in order. */
function sketchWithout({ policies, clusterPolicies, ...rest }: PolicySketch, at: number): PolicySketch {
  let number = 0;
  const isGone = () => number++ === at;
  const left = <T>(rules: readonly T[] | null | undefined) => (rules ?? []).filter(() => !isGone());
  return {
    ...rest,
    policies: policies.flatMap(policy => {
      const types = typesOf(policy);
      const [gone, spec] = [isGone(), { ...policy.spec, policyTypes: types }];
      const ingress = types.includes('Ingress') ? left(spec.ingress) : [];
      const egress = types.includes('Egress') ? left(spec.egress) : [];
      return gone ? [] : [{ ...policy, spec: { ...spec, ingress, egress } }];
    }),
    clusterPolicies: clusterPolicies.flatMap(policy => {
      const [gone, { spec }] = [isGone(), policy];
      const [ingress, egress] = [left(spec.ingress), left(spec.egress)];
      return gone ? [] : [{ ...policy, spec: { ...spec, ingress, egress } }];
    }),
  };
}

function typesOf({ spec }: NetworkPolicy): readonly string[] {
  if (spec?.policyTypes?.length) return spec.policyTypes;
  return spec?.egress?.length ? ['Ingress', 'Egress'] : ['Ingress'];
}
