import { LabelExpression, Peer, Pods } from '../../src';
import { describeRules } from './server-rule';

const label = (key: string, value: string) => Pods.labeled({ [key]: value });

describeRules("a label's key", (key: string) => Pods.matching(LabelExpression.exists(key)), [
  ['is there', ['a'], [''], 'label'],
  ['has at most one slash', ['a/b'], ['a/b/c'], 'label'],
  ['begins with a letter or digit', ['x-y'], ['-x'], 'label'],
  ['ends with one', ['x_y'], ['x_'], 'label'],
  ['has a name behind its slash', ['a/b'], ['a/'], 'label'],
  ['has a prefix before its slash', ['a.b/c'], ['/c'], 'label'],
]);

describeRules('the key of a label that is given with its value', (key: string) => label(key, 'v'), [
  ['has a lower-case prefix', ['e.com/A'], ['E.com/a'], 'label'],
  ['has a prefix of at most 253 characters', [`${'a'.repeat(253)}/a`], [`${'a'.repeat(254)}/a`], 'label'],
  ['has a name of at most 63 characters', ['k'.repeat(63)], ['k'.repeat(64)], 'label'],
]);

describeRules("a label's value", (value: string) => label('a', value), [
  ['has at most 63 characters', ['v'.repeat(63)], ['v'.repeat(64)], 'label'],
  ['has no spaces', ['a.b_c'], ['a b'], 'label'],
  ['is empty or begins with a letter or digit', [''], ['-a'], 'label'],
  ['is text', ['1'], [1], 'wrong-type'],
  ['is no flag', ['true'], [true], 'wrong-type'],
  ['is there: the server would take null for empty', [''], [null], 'wrong-type'],
]);

describeRules('a label of a namespace', (value: string) => Peer.namespaces({ a: value }), [
  ['has a value that is one', ['b'], ['a b'], 'label'],
]);

describeRules('In', (...values: string[]) => LabelExpression.in('a', values), [
  ['has values', [''], [], 'empty-list'],
  ['has values of labels', ['x', 'x'], ['a b'], 'label'],
  ['has values of at most 63 characters', ['v'.repeat(63)], ['v'.repeat(64)], 'label'],
]);

describeRules('NotIn', (...values: string[]) => LabelExpression.notIn('a', values), [
  ['has values', ['x'], [], 'empty-list'],
  ['has values of labels', ['x'], ['a b'], 'label'],
]);
