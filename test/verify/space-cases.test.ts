import { AdminPolicy, AdminRule } from '../../src/model/admin-policy';
import { API_ALONE } from '../../src/model/assumptions';
import { IpBlock } from '../../src/model/ip-block';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { Connections, Questions } from '../../src/verify/space/questions';
import { Space } from '../../src/verify/space/space';

const everything = { from: [Anywhere.INSTANCE], to: [Anywhere.INSTANCE], ports: [Port.all()] };

describe('a question about every pod that could exist', () => {
  it('does not put two ends into one namespace that has different labels at each', () => {
    const policies = [isolating({ ingress: [new Rule([Pods.all().inNamespaces({ team: 'x' })], [Port.all()])] })];
    const inShop = { ...everything, from: [Pods.all().inNamespace('shop')], to: [Pods.all().inNamespace('shop')] };
    const toX = { ...inShop, to: [Pods.all().inNamespaces({ team: 'x' })] };
    expect(questions(policies).anyAllowed(inShop)).toMatchObject({
      verdict: 'some',
      witness: { from: { namespaceLabels: { team: 'x' } }, to: { namespaceLabels: { team: 'x' } } },
    });
    const notX = { ...everything, from: [Pods.all().inNamespace('shop')], to: [Pods.all().inNamespace('shop')] };
    expect(questions(policies).anyAllowed(notX, [toX])).toMatchObject({ verdict: 'none' });
  });

  it('gives two namespaces that nobody names two names', () => {
    const { witness } = some({
      ...everything,
      from: [Pods.all().inNamespaces({ team: 'x' })],
      to: [Pods.all().inNamespaces({ team: 'y' })],
    });
    const [from, to] = [witness.from, witness.to].map(end => ('namespace' in end ? end.namespace : undefined));
    expect(from).toBeDefined();
    expect(from).not.toBe(to);
  });

  it('knows that addresses have no named ports', () => {
    const outside = [IpBlock.of('203.0.113.0/24')];
    expect(questions([]).anyAllowed({ ...everything, to: outside, ports: [Port.named('http')] })).toEqual({
      verdict: 'none',
    });
  });

  it('cannot tell which of two policies of one priority decides', () => {
    const admins = [admin('a', 'Accept', Anywhere.INSTANCE), admin('b', 'Deny', Anywhere.INSTANCE)];
    const reason = 'it depends on whether ClusterNetworkPolicy a goes before others of its priority';
    const toPods = { ...everything, to: [Pods.any()] };
    expect(questions([], admins).anyAllowed(toPods)).toEqual({ verdict: 'unknown', reason });
    expect(questions([], admins).anyDenied(toPods)).toEqual({ verdict: 'unknown', reason });
  });

  it('need not know whether a block covers a pod where it is allowed either way', () => {
    const part = IpBlock.of('10.0.0.0/30');
    const accepting = { ...admin('a', 'Accept', part), ingress: [], egress: admin('a', 'Accept', part).ingress };
    const pods = { ...everything, from: [Pods.any()], to: [Pods.any()] };
    expect(questions([], [accepting]).anyAllowed(pods).verdict).toBe('some');
    expect(questions([], [accepting]).anyDenied(pods).verdict).toBe('none');
  });
});

function some(connections: Connections) {
  const found = questions([]).anyAllowed(connections);
  if (found.verdict !== 'some') throw new Error(found.verdict);
  return found;
}

function questions(policies: readonly Policy[], adminPolicies: readonly AdminPolicy[] = []): Questions {
  return new Questions(new Space([], API_ALONE), { policies, adminPolicies });
}

function isolating(rules: Pick<Policy, 'ingress' | 'egress'>): Policy {
  return { name: 'isolating', namespace: 'shop', podSelector: LabelSelector.everything(), ...rules };
}

/** About all ingress of all pods. */
function admin(name: string, action: AdminRule['action'], peer: AdminRule['peers'][number]): AdminPolicy {
  const rule: AdminRule = { action, peers: [peer], ports: [Port.all()] };
  const about = { tier: 'Admin', priority: 1, subject: Pods.any(), ingress: [rule], egress: [] } as const;
  return { kind: 'ClusterNetworkPolicy', name, ...about };
}
