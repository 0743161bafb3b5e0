import fc from 'fast-check';
import { LabelSelector } from '../../src/model/label-selector';
import { containsPods, containsSelector, isUnsatisfiable, mayShare, meetPods } from '../../src/model/label-space';
import { Pods } from '../../src/model/pods';
import { LABEL_KEYS, LABEL_VALUES, selector } from '../arbitraries/labels';
import { selects } from '../oracle/selector';

/** Every combination of the keys and values that the selectors of the test name, and of one value that none does. */
const UNIVERSE: readonly Record<string, string>[] = LABEL_KEYS.reduce<Record<string, string>[]>(
  (all, key) =>
    all.flatMap(labels => [labels, ...[...LABEL_VALUES, 'never-named'].map(value => ({ ...labels, [key]: value }))]),
  [{}],
);

const matched = (one: LabelSelector) => UNIVERSE.filter(labels => selects(one, labels));

describe('the space of labels', () => {
  it('is unsatisfiable exactly where no labels are left', () => {
    fc.assert(fc.property(selector, one => expect(isUnsatisfiable(one)).toBe(matched(one).length === 0)));
  });

  it('tells containment of selectors as brute force does', () => {
    fc.assert(
      fc.property(selector, selector, (outer, inner) => {
        expect(containsSelector(outer, inner)).toBe(matched(inner).every(labels => selects(outer, labels)));
      }),
    );
  });

  it('tells whether two selectors can both match as brute force does', () => {
    fc.assert(
      fc.property(selector, selector, (one, other) => {
        const both = matched(one).some(labels => selects(other, labels));
        expect(mayShare(Pods._of(one), Pods._of(other))).toBe(both);
        expect(mayShare(Pods._in('a', one), Pods._in('b', other))).toBe(false);
        expect(meetPods(Pods._of(one), Pods._in('a', other))).toBe(both);
      }),
    );
  });

  it('tells containment of narrowed selectors, which random ones seldom are', () => {
    fc.assert(
      fc.property(selector, selector, (outer, more) => {
        const demands = [...outer.expressions, ...more.expressions];
        fc.pre(demands.length > 0);
        expect(containsSelector(outer, LabelSelector.matching(...demands))).toBe(true);
      }),
    );
  });

  it('of pods is that of their labels and of their namespaces', () => {
    const web = Pods.labeled({ app: 'web' });
    expect(containsPods(Pods.all(), web)).toBe(true);
    expect(containsPods(web, Pods.all())).toBe(false);
    expect(containsPods(Pods.all().inNamespace('shop'), web.inNamespace('shop'))).toBe(true);
    expect(containsPods(Pods.all().inNamespace('shop'), web.inNamespace('pay'))).toBe(false);
    expect(containsPods(Pods.any(), web.inNamespace('pay'))).toBe(true);
    expect(containsPods(Pods.all().inNamespace('shop'), web.inAnyNamespace())).toBe(false);
    expect(
      containsPods(Pods.all().inNamespaces({ 'kubernetes.io/metadata.name': 'shop' }), web.inNamespace('shop')),
    ).toBe(true);
  });

  it('does not compare pods of a namespace that is not known with pods of one that is', () => {
    expect(containsPods(Pods.any(), Pods.all())).toBe(false);
    expect(containsPods(Pods.all(), Pods.all().inNamespace('shop'))).toBe(false);
  });
});
