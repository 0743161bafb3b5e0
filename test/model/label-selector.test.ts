import fc from 'fast-check';
import { LabelExpression } from '../../src/model/label-expression';
import { LabelSelector } from '../../src/model/label-selector';
import { expressionOf, selectorOf, selectorSketch, someLabels } from '../arbitraries/labels';
import { selects } from '../oracle/selector';
import { refusalOf } from '../refusal';

describe('LabelSelector', () => {
  it('matches what the API says it matches', () => {
    fc.assert(
      fc.property(selectorSketch, someLabels, ({ labels, expressions }, given) => {
        const asGiven = {
          matchLabels: labels,
          matchExpressions: expressions.map(each => ({
            ...each,
            values: /Exist/.test(each.operator) ? [] : each.values,
          })),
        };
        expect(selectorOf({ labels, expressions }).matches(given)).toBe(selects(asGiven, given));
      }),
    );
  });

  it('does not take a name that every object has for a label', () => {
    expect(LabelSelector.matching(LabelExpression.exists('constructor')).matches({})).toBe(false);
    expect(LabelSelector.labeled({ toString: 'x' }).matches({})).toBe(false);
  });

  it('has one form, however its demands are given', () => {
    const app = { app: 'web', 'app.kubernetes.io/name': 'web' };
    const forms = [
      LabelSelector.labeled(app),
      LabelSelector.labeled({ 'app.kubernetes.io/name': 'web', app: 'web' }),
      LabelSelector.labeled({ app: 'web' }, LabelExpression.in('app.kubernetes.io/name', ['web'])),
      LabelSelector.matching(
        LabelExpression.in('app.kubernetes.io/name', ['web', 'web']),
        LabelExpression.in('app', ['web']),
      ),
      LabelSelector.labeled(app, LabelExpression.in('app', ['web'])),
    ];
    for (const form of forms) expect(JSON.stringify(form)).toBe(JSON.stringify(forms[0]));
  });

  it('has its labels in alphabetical order, and the order of its demands changes nothing', () => {
    fc.assert(
      fc.property(selectorSketch, ({ labels, expressions }) => {
        const one = selectorOf({ labels, expressions });
        const backwards = Object.fromEntries(Object.entries(labels).reverse());
        const other = selectorOf({ labels: backwards, expressions: [...expressions].reverse() });
        expect(Object.keys(one.matchLabels)).toEqual(Object.keys(one.matchLabels).sort());
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
    );
  });

  it('keeps contradictions, which match nothing', () => {
    const never = LabelSelector.labeled({ app: 'web' }, LabelExpression.in('app', ['db']));
    expect([never.matches({ app: 'web' }), never.matches({ app: 'db' }), never.matches({})]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is written as kubectl writes it', () => {
    expect(String(LabelSelector.labeled({ tier: 'x', app: 'web' }, LabelExpression.exists('canary')))).toBe(
      'app=web,tier=x,canary',
    );
    expect(String(LabelSelector.everything())).toBe('');
  });

  it('selects everything only where that is said', () => {
    expect(LabelSelector.everything().selectsEverything).toBe(true);
    fc.assert(
      fc.property(selectorSketch, sketch => {
        fc.pre(Object.keys(sketch.labels).length + sketch.expressions.length > 0);
        expect(selectorOf(sketch).selectsEverything).toBe(false);
      }),
    );
  });

  it.each([
    ['no labels', () => LabelSelector.labeled({}), { code: 'empty-labels', path: 'LabelSelector.labeled' }],
    ['no expressions', () => LabelSelector.matching(), { code: 'empty-labels', path: 'LabelSelector.matching' }],
    [
      'text for labels',
      () => LabelSelector.labeled('app=web' as never),
      { code: 'wrong-type', path: 'LabelSelector.labeled' },
    ],
    [
      'a list of labels',
      () => LabelSelector.labeled(['app'] as never),
      { code: 'wrong-type', path: 'LabelSelector.labeled' },
    ],
    [
      'a map of labels',
      () => LabelSelector.labeled(new Map([['app', 'web']]) as never),
      { code: 'empty-labels', path: 'LabelSelector.labeled' },
    ],
    [
      'a number for a value',
      () => LabelSelector.labeled({ app: 1 as never }),
      { code: 'wrong-type', path: 'LabelSelector.labeled > app' },
    ],
    [
      'nothing for a value',
      () => LabelSelector.labeled({ app: undefined as never }),
      { code: 'missing', path: 'LabelSelector.labeled > app' },
    ],
    [
      'an expression that only looks like one',
      () => LabelSelector.matching({ key: 'app', operator: 'Exists', values: [] } as never),
      { code: 'wrong-type', path: 'LabelSelector.matching > [0]' },
    ],
    [
      'a list of expressions',
      () => LabelSelector.labeled({ app: 'web' }, [LabelExpression.exists('a')] as never),
      { code: 'wrong-type', path: 'LabelSelector.labeled > [0]' },
    ],
    [
      'a key with two slashes',
      () => LabelSelector.labeled({ 'a/b/c': 'd' }),
      { code: 'label', path: 'LabelSelector.labeled' },
    ],
    [
      'the prototype as a key',
      () => LabelSelector.labeled(JSON.parse('{ "__proto__": "web" }') as never),
      { code: 'label', path: 'LabelSelector.labeled' },
    ],
  ])('refuses %s', (_, make, refusal) => expect(refusalOf(make)).toMatchObject(refusal));

  it('keeps its demands, whatever becomes of the labels they were given in', () => {
    const labels: Record<string, string> = { app: 'web' };
    const one = LabelSelector.labeled(labels, expressionOf({ key: 'tier', operator: 'Exists', values: [] }));
    labels.app = 'db';
    expect(one.matchLabels).toEqual({ app: 'web' });
    expect(() => Object.assign(one.matchLabels, { app: 'db' })).toThrow(TypeError);
    expect(() => one.matchExpressions.pop()).toThrow(TypeError);
  });
});
