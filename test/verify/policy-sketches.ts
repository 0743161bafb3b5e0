import fc from 'fast-check';
import { Assumptions } from '../../src/model/assumptions';
import { Cidr } from '../../src/model/cidr';
import { PolicyWorld } from '../../src/verify/reach/enforcement';
import { Surroundings } from '../../src/verify/space/comparison';
import { adminPolicyOf, policyOf } from './model-of';
import { NAME_LABEL, NARROW, PLANS } from './pools';
import { policiesOf } from './sketch-policies';
import { labelsOf } from './sketch-selectors';
import { clusterPoliciesOf } from './sketch-tiers';
import { PolicySketch } from './universe';

/** Few policies of every kind, out of so little that every pod that could exist can be tried. */
export const policySketch: fc.Arbitrary<PolicySketch> = fc.record({
  policies: policiesOf(NARROW, 5),
  clusterPolicies: fc.oneof(fc.constant([]), clusterPoliciesOf(NARROW, 2)),
  namespaces: fc.oneof(
    fc.constant({}),
    labelsOf({ keys: NARROW.namespaceKeys, values: NARROW.namespaceValues }).map(labels => ({
      a: { ...labels, [NAME_LABEL]: 'a' },
    })),
  ),
  plan: fc.constantFrom(...PLANS),
});

/** The policies as the verifier reads them, in the same order. */
export function worldOf({ policies, clusterPolicies }: PolicySketch): PolicyWorld {
  return { policies: policies.map(policyOf), adminPolicies: clusterPolicies.map(adminPolicyOf) };
}

/** What is known beside them. */
export function surroundingsOf({ namespaces, plan }: PolicySketch): Required<Surroundings> {
  const assumptions: Assumptions = { podCidrs: plan.map(block => Cidr.of(block)) };
  return { namespaces: Object.entries(namespaces).map(([name, labels]) => ({ name, labels })), assumptions };
}
