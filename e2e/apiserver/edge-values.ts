import fc from 'fast-check';
import { cidrLike } from '../../test/arbitraries/addresses';
import { Json } from './edit';

const x = (length: number) => 'x'.repeat(length);

/** Values of any type, the ones that Go's decoder treats in ways of its own among them. */
export const junk: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  null,
  ...[true, false, 0, 1, -1, 1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 40, 1e30],
  ...['', ' ', 'x', '80', 'null', '{}'],
  ...[[], {}, [null], [{}], [[]], ['x'], [1], { x: 1 }, { '': '' }],
);

const labelKeys = [
  ...['app', 'a/b', 'a/b/c', '/a', 'a/', 'A.b/c', 'a.b/C', '-a', 'a-', 'a_.b', 'é', 'a b', '', '_', 'constructor'],
  ...[x(63), x(64), `${x(253)}/a`, `${x(254)}/a`, `a/${x(64)}`],
];

/** The fields of what stands in a field, or in a list of that name. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': ['spec', 'status', 'Spec'],
  // Without those that only servers write.
  metadata: ['name', 'generateName', 'labels', 'annotations', 'finalizers', 'ownerReferences', 'clusterName', 'Name'],
  ownerReferences: ['apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion'],
  labels: labelKeys,
  annotations: labelKeys,
  spec: ['podSelector', 'policyTypes', 'ingress', 'egress', 'status', 'Ingress'],
  ingress: ['from', 'ports', 'to'],
  egress: ['to', 'ports', 'from'],
  from: ['podSelector', 'namespaceSelector', 'ipBlock', 'cidr'],
  to: ['podSelector', 'namespaceSelector', 'ipBlock', 'ports'],
  ipBlock: ['cidr', 'except', 'CIDR'],
  podSelector: ['matchLabels', 'matchExpressions', 'app'],
  namespaceSelector: ['matchLabels', 'matchExpressions', 'matchlabels'],
  matchLabels: labelKeys,
  matchExpressions: ['key', 'operator', 'values', 'value'],
  ports: ['protocol', 'port', 'endPort', 'endport', 'name'],
};

/** The name of a field that stands in another: one of its own, one that is nearly so, or of a label. */
export function fieldName(outer: string): fc.Arbitrary<string> {
  return fc.constantFrom(...(Object.hasOwn(FIELDS, outer) ? FIELDS[outer] : ['x']));
}

const labelValue = fc.constantFrom('', 'web', '-a', 'a_', 'A.b_c-d', 'a/b', 'a b', 'é', x(63), x(64), 'true', '1');

const labels = fc.dictionary(fc.constantFrom(...labelKeys), labelValue, { maxKeys: 2, noNullPrototype: true });

const numbers = [0, 1, -1, 80, 443, 65535, 65536, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 80.5];

const portNames = ['http', 'HTTP', 'a--b', '-a', 'a-', 'a_b', '80', '80a', '0', '', x(15), x(16), 'é'];

const cidr = fc.oneof(
  cidrLike,
  fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.1.2.3/24', '0.0.0.0/0', '1.2.3.4', '010.0.0.0/8'),
  fc.constantFrom('::/0', 'fd00::/8', 'FD00::/8', 'fd01::1/64', '::ffff:10.0.0.0/104', 'fe80::%1/64', '0::/0', ' ::/0'),
);

const selector = fc.oneof(fc.constant({}), fc.constant(null), fc.record({ matchLabels: labels }));

const ofNothing = fc.constantFrom<Json[]>(null, [], {});

const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'b' };

/** Values at both sides of the rules for a field, by its name. */
const BY_FIELD: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  annotations: fc.constantFrom('', ' ', 'é', '{}', x(300_000)),
  cidr,
  controller: fc.constantFrom<Json[]>(true, false, null, 'true'),
  egress: ofNothing,
  endPort: fc.constantFrom<Json[]>(...numbers, '80'),
  except: cidr,
  finalizers: fc.constantFrom('a.b/c', 'a', 'kubernetes', '', 'a b/c', 'é'),
  from: ofNothing,
  generateName: fc.constantFrom('a-', 'a', 'A', '', 'a.', '-', 'a..', x(253), x(300)),
  ingress: ofNothing,
  ipBlock: fc.oneof(ofNothing, fc.record({ cidr })),
  key: fc.constantFrom(...labelKeys),
  labels: labelValue,
  matchExpressions: ofNothing,
  matchLabels: labelValue,
  name: fc.constantFrom('a', 'a.b', 'A', 'a_b', '', 'a..b', '-a', 'a.', '1', x(63), x(64), x(253), x(254), 'é'),
  namespaceSelector: selector,
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist', 'in', 'Gt', ''),
  ownerReferences: fc.constantFrom<Json[]>(
    [owner],
    [owner, { ...owner, controller: true }],
    [{ ...owner, uid: '' }],
    [{}],
  ),
  podSelector: selector,
  policyTypes: fc.constantFrom('Ingress', 'Egress', 'ingress', 'Both', ''),
  port: fc.constantFrom<Json[]>(...numbers, ...portNames),
  ports: ofNothing,
  protocol: fc.constantFrom('TCP', 'UDP', 'SCTP', 'tcp', 'ICMP', 'TCP ', ''),
  spec: ofNothing,
  to: ofNothing,
  values: labelValue,
};

/** A value at the edge of a field's rules; of a field that has none, anything. */
export function edgeValue(field: string): fc.Arbitrary<Json> {
  return Object.hasOwn(BY_FIELD, field) ? BY_FIELD[field] : junk;
}
