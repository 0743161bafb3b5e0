import { findEngine } from '../../src/facts/engines';
import { API_ALONE } from '../../src/model/assumptions';
import { EngineTraits } from '../../src/model/engine';
import { connections } from '../../src/verify/matrix/connections';
import { Reach } from '../../src/verify/reach/reach';
import { clusterNetworkPolicy, pod, read } from '../read/manifests';

describe("what administrators' policies leave open is unknown, with the reason", () => {
  it('where a rule is about nodes', () =>
    expect(reasons([policy('a', { to: [{ nodes: {} }] })])).toEqual(['all nodes cannot be told from manifests']));

  it('where a rule is about a block that may cover the pod', () =>
    expect(reasons([policy('a', { to: [{ networks: ['10.0.0.0/24'] }] })])).toEqual([
      'whether 10.0.0.0/24 covers the pod depends on the address that it uses, which is not known',
    ]));

  it('where two policies of one priority disagree', () => {
    const rivals = [policy('a', { action: 'Accept' }), policy('b', { action: 'Deny' })];
    expect(reasons(rivals)).toEqual(['policies of one priority disagree, and either may prevail']);
    expect(reasons([policy('a', {}), policy('b', {})])).toEqual([]);
    expect(reasons([policy('a', { action: 'Accept' }), policy('b', { action: 'Deny' }, { priority: 11 })])).toEqual([]);
  });

  it('where the engine enforces them at times only', () =>
    expect(reasons([policy('a', {})], findEngine('calico'))).toEqual([
      'calico enforces ClusterNetworkPolicies in some versions or settings only',
    ]));

  it('but not where what is in doubt comes after what decides', () =>
    expect(reasons([policy('a', {}), policy('b', { to: [{ networks: ['10.0.0.0/24'] }] }, { priority: 11 })])).toEqual(
      [],
    ));
});

/** A policy about all egress of all pods to each other. */
function policy(name: string, rule: object, spec: object = {}): object {
  return { ...clusterNetworkPolicy(rule, spec), metadata: { name } };
}

/** Each once, of everything that two pods and the world outside may or may not reach. */
function reasons(policies: readonly object[], engine?: EngineTraits): string[] {
  const { cluster, findings } = read(pod('web'), pod('db'), ...policies);
  expect(findings).toEqual([]);
  const reach = Reach.of(cluster, { ...API_ALONE, engine });
  return [...new Set([...connections(reach)].flatMap(each => each.reasons))];
}
