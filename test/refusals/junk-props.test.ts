import { Chart } from 'cdk8s';
import { namesOf, testChart } from '../constructs/synth';
import { refusalOf } from '../refusal';
import { FULL_PROPS } from './full-props';
import { isJunkFor, JUNK } from './junk';
import { objectsIn, placesIn, replaced, valueAt } from './places';

describe.each(FULL_PROPS.map(each => [each.construct.name, each] as const))(
  '%s',
  (_, { construct, props, takesNone }) => {
    const make = (given: unknown): { chart: Chart; work: () => unknown } => {
      const chart = testChart();
      return { chart, work: () => new construct(chart, 'a', given as never) };
    };

    it('takes these props', () => expect(make(props).work).not.toThrow());

    it.each(JUNK.filter(([what]) => !takesNone || !isLikeNoProps(what)))('refuses %s for its props', (__, junk) => {
      const { chart, work } = make(junk);
      expect(refusalOf(work).path).toContain(`${construct.name} 'chart/a'`);
      expect(namesOf(chart)).toEqual([]);
    });

    it.each(placesIn(props))('refuses junk for %s, and names it', place => {
      for (const [what, junk] of JUNK) {
        if (!isJunkFor(place, what, valueAt(props, place))) continue;
        const { chart, work } = make(replaced(props, place, junk));
        expect(refusalOf(work).path).toMatch(new RegExp(`^${construct.name} 'chart/a' > ${firstOf(place)}`));
        expect(namesOf(chart)).toEqual([]);
      }
    });

    it.each(['', ...objectsIn(props)])('refuses a field that nobody knows beside those of %p', place => {
      const path = place === '' ? 'unheardOf' : `${place}.unheardOf`;
      const refusal = refusalOf(make(replaced(props, path, 1)).work);
      // In a map every name is a field, but not every value fits.
      expect(['unknown-field', 'wrong-type']).toContain(refusal.code);
      expect(refusal.path).toMatch(/unheardOf$/);
    });
  },
);

/** An object without fields is as good as no props. */
function isLikeNoProps(what: string): boolean {
  return ['an object', 'an object without a prototype', 'a proxy of nothing'].includes(what);
}

function firstOf(place: string): string {
  return place.split('.')[0];
}
