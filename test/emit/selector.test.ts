import fc from 'fast-check';
import { selectorManifest } from '../../src/emit/selector';
import { LabelExpression } from '../../src/model/label-expression';
import { LabelSelector } from '../../src/model/label-selector';
import { selectorOf, selectorSketch, someLabels } from '../arbitraries/labels';
import { selects } from '../oracle/selector';

describe('a selector, as it is written', () => {
  it('has no empty parts', () => {
    expect(selectorManifest(LabelSelector.everything())).toEqual({});
    expect(selectorManifest(LabelSelector.labeled({ a: 'b' }))).toEqual({ matchLabels: { a: 'b' } });
    expect(selectorManifest(LabelSelector.matching(LabelExpression.exists('a')))).toEqual({
      matchExpressions: [{ key: 'a', operator: 'Exists' }],
    });
  });

  it('means what the selector means', () => {
    fc.assert(
      fc.property(selectorSketch, someLabels, (sketch, labels) => {
        const selector = selectorOf(sketch);
        expect(selects(selectorManifest(selector), labels)).toBe(selector.matches(labels));
      }),
    );
  });
});
