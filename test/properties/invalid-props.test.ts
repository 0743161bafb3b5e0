import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { refusalOf } from '../refusal';
import { isJunkFor, JUNK } from '../refusals/junk';
import { objectsIn, placesIn, replaced, valueAt } from '../refusals/places';
import { runs } from './runs';

/** One thing that is made wrong in props that were right. */
interface Harm {
  readonly what: string;
  readonly props: () => unknown;
}

describe.each(USAGES)('%s with one wrong thing somewhere in its props', (_, usage) => {
  it('is refused with a PolicyError that names it, and writes nothing', () => {
    fc.assert(
      fc.property(usage, fc.nat(), (used, choice) => {
        const harms = harmsOf(used);
        const { what, props } = harms[choice % harms.length];
        const chart = used.emptyChart();
        const { path } = refusalOf(() => used.makeIn(chart, props()));
        expect([what, path.split(' ')[0]]).toEqual([what, used.toString().split(' ')[0]]);
        expect(Testing.synth(chart)).toEqual([]);
      }),
      runs(100),
    );
  });
});

function harmsOf({ props, required }: Usage): Harm[] {
  const places = placesIn(props).filter(place => valueAt(props, place) !== undefined);
  const harm = (what: string, place: string, value: unknown): Harm => ({
    what: `${what} at ${place}`,
    props: () => replaced(props, place, value),
  });
  return [
    ...places.flatMap(place => junkFor(place, valueAt(props, place)).map(([what, junk]) => harm(what, place, junk))),
    ...places.filter(place => required.test(place)).map(place => harm('nothing', place, undefined)),
    ...objectsIn(props).map(place => harm('a field', `${place}.unheardOf`, 1)),
    harm('a field', 'unheardOf', 1),
    ...places.flatMap(place => {
      const list = valueAt(props, place);
      return Array.isArray(list) ? JUNK.map(([what, junk]) => harm(what, `${place}.${list.length}`, junk)) : [];
    }),
  ];
}

function junkFor(place: string, value: unknown): typeof JUNK {
  return JUNK.filter(([what]) => isJunkFor(place, what, value));
}
