import { LabelExpression, Peer, Pods } from '../../src';
import { describeRules } from './server-rule';

const label = (key: string, value: string) => Pods.labeled({ [key]: value });

describeRules("a label's key", (key: string) => Pods.matching(LabelExpression.exists(key)), [
  ['is there', ['a'], [''], 'label', { refused: 'expr key ""' }],
  ['has at most one slash', ['a/b'], ['a/b/c'], 'label', { refused: 'expr key "a/b/c"' }],
  ['begins with a letter or digit', ['x-y'], ['-x'], 'label', { refused: 'expr key "-x"' }],
  ['ends with one', ['x_y'], ['x_'], 'label'],
  ['has a name behind its slash', ['a/b'], ['a/'], 'label'],
  ['has a prefix before its slash', ['a.b/c'], ['/c'], 'label'],
]);

describeRules('the key of a label that is given with its value', (key: string) => label(key, 'v'), [
  ['has a lower-case prefix', ['e.com/A'], ['E.com/a'], 'label', { refused: 'matchLabels key UPPER.prefix' }],
  [
    'has a prefix of at most 253 characters',
    [`${'a'.repeat(253)}/a`],
    [`${'a'.repeat(254)}/a`],
    'label',
    { refused: 'matchLabels key prefix 254' },
  ],
  [
    'has a name of at most 63 characters',
    ['k'.repeat(63)],
    ['k'.repeat(64)],
    'label',
    { refused: 'matchLabels key 64 chars' },
  ],
]);

describeRules("a label's value", (value: string) => label('a', value), [
  [
    'has at most 63 characters',
    ['v'.repeat(63)],
    ['v'.repeat(64)],
    'label',
    { accepted: 'matchLabels value 63 chars', refused: 'matchLabels value 64 chars' },
  ],
  ['has no spaces', ['a.b_c'], ['a b'], 'label', { refused: 'matchLabels value "a b"' }],
  [
    'is empty or begins with a letter or digit',
    [''],
    ['-a'],
    'label',
    { accepted: 'In value ""', refused: 'matchLabels value "-a"' },
  ],
  ['is text', ['1'], [1], 'wrong-type', { refused: 'matchLabels int value' }],
  ['is no flag', ['true'], [true], 'wrong-type', { refused: 'matchLabels bool value' }],
  [
    'is there: the server would take null for empty',
    [''],
    [null],
    'wrong-type',
    { accepted: 'matchLabels null value' },
  ],
]);

describeRules('a label of a namespace', (value: string) => Peer.namespaces({ a: value }), [
  ['has a value that is one', ['b'], ['a b'], 'label', { refused: 'ns matchLabels bad value in peer' }],
]);

describeRules('In', (...values: string[]) => LabelExpression.in('a', values), [
  ['has values', [''], [], 'empty-list', { accepted: 'In value ""', refused: 'In values []' }],
  [
    'has values of labels',
    ['x', 'x'],
    ['a b'],
    'label',
    { accepted: 'In dup values', refused: 'In value invalid "a b"' },
  ],
  [
    'has values of at most 63 characters',
    ['v'.repeat(63)],
    ['v'.repeat(64)],
    'label',
    { refused: 'In value 64 chars' },
  ],
]);

describeRules('NotIn', (...values: string[]) => LabelExpression.notIn('a', values), [
  ['has values', ['x'], [], 'empty-list', { refused: 'NotIn values []' }],
  ['has values of labels', ['x'], ['a b'], 'label', { refused: 'NotIn value invalid "a b"' }],
]);
