import { Network } from '../../src/testing';
import '../../src/testing/jest';
import { failure } from './failure';
import { shopApp } from './shop-app';

const { app, policies, workloads } = shopApp();
const network = Network.of(app);

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
    expect(network).toBeEquivalentTo(Network.of(policies));
    expect(network).not.toBeEquivalentTo(Network.of(workloads));
  });

  it('shows a connection of which one says what the other does not', () => {
    const message = failure(() => expect(network).toBeEquivalentTo(Network.of(workloads)));
    expect(message.split('\n').filter(line => /^\S|: (allowed|denied)$/.test(line))).toHaveLength(9);
    expect(message).toMatch(/^the networks should allow the same; they do not\nthis one:\n {2}.*: denied\n/);
    expect(message).toMatch(/\nthe other:\n {2}.*: allowed\n/);
    expect(failure(() => expect(network).not.toBeEquivalentTo(Network.of(policies)))).toBe(
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
      `whether both networks allow the same cannot be told: this one has ${option} ${one}, the other ${other}; give both the same`;
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
    const verdicts = failure(() => expect(one).toBeEquivalentTo(other)).match(/^ {2}\S.*(?:allowed|denied)$/gm);
    expect(verdicts).toHaveLength(2);
    expect(verdicts?.map(line => line.replace(/.*: /, ''))).toEqual(
      isReversed ? ['denied', 'allowed'] : ['allowed', 'denied'],
    );
  });
});
