import { found as foundBy, pod, policy } from './objects';

const found = (spec: object) => foundBy('section-without-effect', [pod('web', { app: 'web' }), policy('web', spec)]);

describe('section-without-effect', () => {
  it('finds an empty list of egress that denies no egress', () => {
    expect(found({ egress: [] })).toEqual([
      'warning NetworkPolicy/shop/web spec.egress: the policy isolates for ingress only, so spec.egress has no effect',
    ]);
    expect(found({ policyTypes: ['Ingress', 'Egress'], egress: [] })).toEqual([]);
  });

  it('finds rules that policyTypes leave out', () => {
    expect(found({ policyTypes: ['Egress'], ingress: [{}] })).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress: the policy isolates for egress only, so spec.ingress has no effect',
    ]);
    expect(found({ policyTypes: ['Egress'] })).toEqual([]);
  });

  it('says nothing where types are left out, and rules stand for them', () => {
    expect(found({ ingress: [], egress: [{}] })).toEqual([]);
    expect(found({})).toEqual([]);
  });
});
