import fc from 'fast-check';
import { LabelValue, ValueSet } from '../../src/model/value-set';
import { expression } from '../arbitraries/labels';

/** The values that the sets of the test name, one that none of them names, and the absence of a value. */
const UNIVERSE: readonly LabelValue[] = ['web', 'db', '', 'never-named', undefined];

const values = fc.array(fc.constantFrom('web', 'db', '', undefined), { maxLength: 4 });

const valueSet = fc.oneof(
  values.map(list => ValueSet.only(...list)),
  values.map(list => ValueSet.allBut(...list)),
);

const members = (set: ValueSet) => UNIVERSE.filter(value => set.has(value));

describe('ValueSet', () => {
  it('intersects and complements as sets do', () => {
    fc.assert(
      fc.property(valueSet, valueSet, (a, b) => {
        expect(members(a.intersect(b))).toEqual(UNIVERSE.filter(value => a.has(value) && b.has(value)));
        expect(members(a.complement())).toEqual(UNIVERSE.filter(value => !a.has(value)));
      }),
    );
  });

  it('is empty exactly where it has no value', () => {
    fc.assert(fc.property(valueSet, set => expect(set.isEmpty).toBe(members(set).length === 0)));
  });

  it('is a subset exactly where every value is one of the other', () => {
    fc.assert(
      fc.property(valueSet, valueSet, (a, b) => {
        expect(a.isSubsetOf(b)).toBe(members(a).every(value => b.has(value)));
      }),
    );
  });

  it('picks a value that it has', () => {
    fc.assert(fc.property(valueSet, set => set.isEmpty || set.has(set.pick())));
  });

  it('picks absence first, then the first in order, then a value that nobody named', () => {
    expect(ValueSet.only('b', undefined, 'a').pick()).toBeUndefined();
    expect(ValueSet.only('b', 'a').pick()).toBe('a');
    expect(ValueSet.allBut(undefined, 'any-1').pick()).toBe('any-2');
  });

  it('of an expression has the values that Kubernetes says fulfil it', () => {
    fc.assert(
      fc.property(expression, one => {
        const { operator, values: listed } = one;
        const fulfils: Readonly<Record<string, (value: LabelValue) => boolean>> = {
          In: value => value !== undefined && listed.includes(value),
          NotIn: value => value === undefined || !listed.includes(value),
          Exists: value => value !== undefined,
          DoesNotExist: value => value === undefined,
        };
        expect(members(ValueSet.of(one))).toEqual(UNIVERSE.filter(fulfils[operator]));
      }),
    );
  });
});
