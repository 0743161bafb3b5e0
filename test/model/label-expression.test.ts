import { LabelExpression } from '../../src/model/label-expression';
import { refusalOf } from '../refusal';

describe('LabelExpression', () => {
  it.each([
    [LabelExpression.in('app', ['web']), 'app=web'],
    [LabelExpression.in('app', ['web', 'api', 'web']), 'app in (api,web)'],
    [LabelExpression.notIn('app', ['web']), 'app!=web'],
    [LabelExpression.notIn('app', ['web', 'api']), 'app notin (api,web)'],
    [LabelExpression.exists('example.com/app'), 'example.com/app'],
    [LabelExpression.doesNotExist('canary'), '!canary'],
    [LabelExpression.in('app', ['']), 'app='],
  ])('is written as kubectl writes it: %s', (expression, words) => expect(String(expression)).toBe(words));

  it.each([
    ['no value', () => LabelExpression.in('app', []), { code: 'empty-list', path: 'LabelExpression.in' }],
    ['no value', () => LabelExpression.notIn('app', []), { code: 'empty-list', path: 'LabelExpression.notIn' }],
    ['a key with a space', () => LabelExpression.exists('my app'), { code: 'label', path: 'LabelExpression.exists' }],
    ['an empty key', () => LabelExpression.doesNotExist(''), { code: 'label', path: 'LabelExpression.doesNotExist' }],
    [
      'a value with a space',
      () => LabelExpression.in('app', ['my app']),
      { code: 'label', path: 'LabelExpression.in > [0]' },
    ],
    [
      'a value of 64 characters',
      () => LabelExpression.in('app', ['v'.repeat(64)]),
      { code: 'label', path: 'LabelExpression.in > [0]' },
    ],
    [
      'one value for a list',
      () => LabelExpression.in('app', 'web' as never),
      { code: 'wrong-type', path: 'LabelExpression.in' },
    ],
  ])('refuses %s', (_, make, refusal) => expect(refusalOf(make)).toMatchObject(refusal));

  it('says where among the values a wrong one stands', () => {
    const refusal = refusalOf(() => LabelExpression.in('app', ['web', 7 as never]));
    expect(refusal).toMatchObject({ code: 'wrong-type', path: 'LabelExpression.in > [1]', value: 7 });
  });

  it('keeps its values, whatever becomes of the list they were given in', () => {
    const values = ['web'];
    const expression = LabelExpression.in('app', values);
    values.push('db');
    expect(expression.values).toEqual(['web']);
    expect(() => expression.values.push('db')).toThrow(TypeError);
  });
});
