import fc from 'fast-check';
import { Labels } from '../oracle/cluster';
import { ClusterSketch, PodSketch } from './model-of';
import { NAME_LABEL, NAMESPACES, PLANS, WIDE } from './pools';
import { policiesOf, policyOf } from './sketch-policies';
import { labelsOf } from './sketch-selectors';
import { clusterPoliciesOf } from './sketch-tiers';

/** A cluster, and the address plan with which it is read. */
export interface PlannedCluster extends ClusterSketch {
  readonly plan: readonly string[];
}

/** None, one or several addresses; in the plans and outside. */
const IPS: readonly (readonly string[])[] = [
  [],
  ['10.0.0.1'],
  ['10.0.0.2'],
  ['10.0.0.5'],
  ['10.9.0.1'],
  ['203.0.113.20'],
  ['fd00::1'],
  ['fd00::7'],
  ['10.0.0.1', 'fd00::1'],
  ['10.0.0.2', '203.0.113.1'],
];

const namedPorts = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...WIDE.portNames),
    port: fc.constantFrom(80, 81, 443),
    protocol: fc.constantFrom('TCP', 'UDP'),
  }),
  { maxLength: 2, selector: ({ name }) => name },
);

const pod = fc.record({
  namespace: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c'),
  kind: fc.constantFrom('Pod', 'Deployment'),
  labels: labelsOf(WIDE),
  ips: fc.oneof(fc.constant([]), fc.constantFrom(...IPS)),
  ports: namedPorts,
  hostNetwork: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

export const pods: fc.Arbitrary<PodSketch[]> = fc
  .array(pod, { minLength: 2, maxLength: 7, size: 'max' })
  .map(all => all.map((one, index) => ({ ...one, name: `pod-${index}` })));

/** Labels of every namespace, its name among them. */
export const namespaces: fc.Arbitrary<Readonly<Record<string, Labels>>> = fc
  .tuple(labelsOf(WIDE), labelsOf(WIDE), labelsOf(WIDE))
  .map(all => Object.fromEntries(NAMESPACES.map((name, index) => [name, { ...all[index], [NAME_LABEL]: name }])));

export const networkPolicy = policyOf(WIDE);

export const policies = policiesOf(WIDE, 6);

export const clusterPolicies = fc.oneof(fc.constant([]), clusterPoliciesOf(WIDE, 4));

export const cluster: fc.Arbitrary<PlannedCluster> = fc.record({
  namespaces,
  pods,
  policies,
  clusterPolicies,
  plan: fc.constantFrom(...PLANS),
});

/** Numbers that pick source, destination and port of a connection, whatever the cluster. */
export type Pick = readonly [number, number, number];

export function picks(most: number): fc.Arbitrary<readonly Pick[]> {
  return fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: most, size: 'max' });
}

/** Many of them out of one number. */
export function picksFrom(seed: number, count: number): Pick[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
  return Array.from({ length: count }, () => [next(), next(), next()] as const);
}
