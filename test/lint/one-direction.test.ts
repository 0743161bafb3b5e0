import { found as foundBy, labeled, pod, policy } from './objects';

const found = (...objects: object[]) => foundBy('one-direction', [pod('web', { app: 'web' }), ...objects]);

describe('one-direction', () => {
  it('finds a policy that denies all by its name, and one direction by its types', () => {
    expect(found(policy('deny-all', {}))).toEqual([
      'warning NetworkPolicy/shop/deny-all spec.policyTypes: the policy is named deny-all, and nothing isolates all pods for egress',
    ]);
    expect(found(policy('deny-all', { policyTypes: ['Ingress', 'Egress'] }))).toEqual([]);
    expect(found(policy('deny-all-ingress', {}))).toEqual([]);
  });

  it('finds it where only egress is denied', () => {
    expect(found(policy('default-deny-all', { policyTypes: ['Egress'] }))).toEqual([
      expect.stringContaining('nothing isolates all pods for ingress'),
    ]);
  });

  it('says nothing where another policy isolates all pods for the other direction', () => {
    expect(found(policy('deny-all', {}), policy('egress', { policyTypes: ['Egress'] }))).toEqual([]);
    const some = policy('egress', { podSelector: labeled({ app: 'web' }), policyTypes: ['Egress'] });
    expect(found(policy('deny-all', {}), some)).toHaveLength(1);
  });

  it.each([
    ['a name that says less', policy('default-deny', {})],
    ['some pods', policy('deny-all', { podSelector: labeled({ app: 'web' }) })],
    ['rules', policy('deny-all', { ingress: [{ from: [{ podSelector: {} }] }] })],
  ])('says nothing of a policy with %s', (_, object) => expect(found(object)).toEqual([]));
});
