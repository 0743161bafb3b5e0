import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Specimen, Usage, usageOf } from './usage';

const FOLDER = join(__dirname, '..', 'usages');

/** Each construct's file in `test/usages`: a new one is found by being there. */
export const SPECIMENS: readonly (readonly [name: string, specimen: Specimen])[] = readdirSync(FOLDER)
  .sort()
  .map(file => jest.requireActual<{ readonly specimen: Specimen }>(join(FOLDER, file)).specimen)
  .map(specimen => [specimen.construct.name, specimen]);

/** Each construct in every way that the arbitraries know. */
export const USAGES: readonly (readonly [name: string, usage: fc.Arbitrary<Usage>])[] = SPECIMENS.map(
  ([name, specimen]) => [name, usageOf(specimen)],
);
