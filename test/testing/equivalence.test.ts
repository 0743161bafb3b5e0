import fc from 'fast-check';
import { matchers, Network } from '../../src/testing';
import '../../src/testing/jest';
import { namespaces, policies, pods } from '../verify/sketches';
import { yamlOf } from '../verify/yaml-of';
import { failure } from './failure';
import { shopApp } from './shop-app';

const { app, policies: shopPolicies, workloads } = shopApp();
const network = Network.of(app);

const UNTOLD = 'whether both networks allow the same cannot be told';

/** What is said of the connection by each of two networks. */
function verdictsIn(message: string): string[] {
  return [...message.matchAll(/^ {2}\S.*: (\w+)$/gm)].map(([, verdict]) => verdict);
}

/** A policy in namespace shop that lets peers reach its pods, as the API has them. */
function letsIn(...from: readonly object[]): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'in', namespace: 'shop' },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from }] },
  };
}

const ofTen = letsIn({ ipBlock: { cidr: '10.0.0.0/8' } });

describe('toBeEquivalentTo', () => {
  it('compares what policies allow, whatever workloads there are', () => {
    expect(network).toBeEquivalentTo(Network.of(shopPolicies));
    expect(network).not.toBeEquivalentTo(Network.of(workloads));
  });

  it('shows a connection of which one says what the other does not', () => {
    const message = failure(() => expect(network).toBeEquivalentTo(Network.of(workloads)));
    expect(message.split('\n').filter(line => /^\S|: (allowed|denied)$/.test(line))).toHaveLength(9);
    expect(message).toMatch(/^the networks should allow the same; they do not\nthis one:\n {2}.*: denied\n/);
    expect(message).toMatch(/\nthe other:\n {2}.*: allowed\n/);
    expect(failure(() => expect(network).not.toBeEquivalentTo(Network.of(shopPolicies)))).toBe(
      'the networks should differ; they allow the same',
    );
  });

  it.each([
    ['podCidrs', { podCidrs: ['10.0.0.0/8'] }, { podCidrs: ['192.168.0.0/16'] }, '10.0.0.0/8', '192.168.0.0/16'],
    ['engine', { engine: 'calico' }, { engine: 'cilium' }, 'calico', 'cilium'],
    ['engine', {}, { engine: 'cilium' }, 'none', 'cilium'],
  ] as const)('fails where the answers rest on other %s, in both orders, with and without not', (...row) => {
    const [option, ...options] = row;
    const [mine, others] = [options[0], options[1]].map(each => Network.of(ofTen, each));
    const [here, there] = [row[3], row[4]];
    const words = (one: string, other: string) =>
      `${UNTOLD}: this one has ${option} ${one}, the other ${other}; give both the same`;
    expect(failure(() => expect(mine).toBeEquivalentTo(others))).toBe(words(here, there));
    expect(failure(() => expect(others).toBeEquivalentTo(mine))).toBe(words(there, here));
    expect(failure(() => expect(mine).not.toBeEquivalentTo(others))).toBe(words(here, there));
  });

  it('takes the same options in another order for the same', () => {
    const [one, other] = [
      ['10.0.0.0/8', '192.168.0.0/16'],
      ['192.168.0.0/16', '10.0.0.0/8'],
    ].map(podCidrs => Network.of(ofTen, { podCidrs, engine: 'calico' }));
    expect(one).toBeEquivalentTo(other);
  });

  it.each([false, true])('explains a difference in a namespace that the two do not know alike (%s)', isReversed => {
    const x = 'kubernetes.io/metadata.name';
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'x' }, spec: { containers: [] } };
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x', labels: { team: 'a' } } };
    const named = Network.of([letsIn({ namespaceSelector: { matchLabels: { [x]: 'x' } } }), pod]);
    const ofTeam = Network.of([letsIn({ namespaceSelector: { matchLabels: { [x]: 'x', team: 'a' } } }), namespace]);
    const [one, other] = isReversed ? [ofTeam, named] : [named, ofTeam];
    const message = failure(() => expect(one).toBeEquivalentTo(other));
    expect(verdictsIn(message)).toEqual(isReversed ? ['denied', 'allowed'] : ['allowed', 'denied']);
  });
});

describe('of every two networks, toBeEquivalentTo', () => {
  const sketch = fc.record({ namespaces, pods, policies, clusterPolicies: fc.constant([]) });
  const judged = (one: Network, other: Network) => matchers.toBeEquivalentTo.call({}, one, other);

  it('says the same in both orders, and explains a connection that one allows and the other denies', () => {
    const count = { same: 0, different: 0 };
    fc.assert(
      fc.property(sketch, sketch, fc.boolean(), (first, second, haveSamePolicies) => {
        const others = haveSamePolicies ? { ...second, policies: first.policies } : second;
        const [one, other] = [first, others].map(each => Network.of(yamlOf(each, [])));
        const [there, back] = [judged(one, other), judged(other, one)];
        expect(there.pass).toBe(back.pass);
        if (there.pass) count.same++;
        for (const { message } of [there, back]) {
          if (there.pass || message().includes(UNTOLD)) continue;
          count.different++;
          expect(verdictsIn(message()).sort()).toEqual(['allowed', 'denied']);
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(count.same, count.different)).toBeGreaterThan(50);
  });
});
