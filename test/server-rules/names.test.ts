import { DefaultDeny, DefaultDenyProps } from '../../src';
import { testChart } from '../constructs/synth';
import { describeRules } from './server-rule';

const deny = (props: DefaultDenyProps) => new DefaultDeny(testChart({ namespace: 'shop' }), 'deny', props);

describeRules('the name of a policy', (name: string) => deny({ name }), [
  ['is there', ['t'], [''], 'name'],
  ['is text', ['123'], [123], 'wrong-type'],
  ['is lower case', ['foo'], ['Foo'], 'name'],
  ['may have dots', ['a.b'], ['a_b'], 'name'],
  ['has no empty part', ['a.b'], ['a..b'], 'name'],
  ['has at most 63 here, so that it fits into a label', ['a'.repeat(63)], ['a'.repeat(64)], 'name'],
]);

describeRules('the namespace of a policy', (namespace: string) => deny({ namespace }), [
  ['is lower case, without underscores', ['kube-system'], ['Kube_System'], 'namespace'],
  ['has no dots', ['a-b'], ['a.b'], 'namespace'],
  ['has at most 63 characters', ['a'.repeat(63)], ['a'.repeat(64)], 'namespace'],
]);

describeRules('a policyType', (...directions: never[]) => deny({ directions }), [
  ['is one of two', ['Ingress', 'Ingress'], ['Foo'], 'wrong-type'],
  ['begins with a capital', ['Ingress', 'Egress'], ['ingress'], 'wrong-type'],
  ['is said: none would be ingress', ['Ingress'], [], 'empty-list'],
]);
