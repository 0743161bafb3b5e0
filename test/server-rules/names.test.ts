import { DefaultDeny, DefaultDenyProps } from '../../src';
import { testChart } from '../constructs/synth';
import { describeRules } from './server-rule';

const deny = (props: DefaultDenyProps) => new DefaultDeny(testChart({ namespace: 'shop' }), 'deny', props);

describeRules('the name of a policy', (name: string) => deny({ name }), [
  ['is there', ['t'], [''], 'name', { accepted: 'baseline ok', refused: 'name ""' }],
  ['is text', ['123'], [123], 'wrong-type', { refused: 'name numeric 123 (int)' }],
  ['is lower case', ['foo'], ['Foo'], 'name', { refused: 'name UPPER' }],
  ['may have dots', ['a.b'], ['a_b'], 'name', { accepted: 'name "a.b"', refused: 'name "a_b"' }],
  ['has no empty part', ['a.b'], ['a..b'], 'name', { refused: 'name "a..b"' }],
  ['has at most 253 characters', ['a'.repeat(63)], ['a'.repeat(254)], 'name', { refused: 'name 254 chars' }],
  ['has at most 63 here, so that it fits into a label', ['a'.repeat(63)], ['a'.repeat(64)], 'name'],
]);

describeRules('the namespace of a policy', (namespace: string) => deny({ namespace }), [
  ['is lower case, without underscores', ['kube-system'], ['Kube_System'], 'namespace'],
  ['has no dots', ['a-b'], ['a.b'], 'namespace'],
  ['has at most 63 characters', ['a'.repeat(63)], ['a'.repeat(64)], 'namespace'],
]);

describeRules('a policyType', (...directions: never[]) => deny({ directions }), [
  [
    'is one of two',
    ['Ingress', 'Ingress'],
    ['Foo'],
    'wrong-type',
    { accepted: 'policyTypes dup 2', refused: 'policyTypes [Foo]' },
  ],
  ['begins with a capital', ['Ingress', 'Egress'], ['ingress'], 'wrong-type', { refused: 'policyTypes ingress lower' }],
  ['is said: none would be ingress', ['Ingress'], [], 'empty-list', { accepted: 'baseline ok' }],
]);
