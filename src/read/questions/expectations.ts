import { isRecord } from '../../model/check';
import { Expectation } from '../../model/expectation';
import { Field } from '../field';
import { findingAt } from '../finding';
import { DocumentPlace } from '../place';
import { Problems } from '../problems';
import { Finding, NamedText } from '../reading';
import { documentsOf, ReadDocument } from '../text/documents';
import { sourceOf } from '../text/open-text';
import { SourceText } from '../text/source-text';
import { readExpectation } from './expectation';

/** All that was found in a file of expectations. */
export interface ExpectationsReading {
  /** In the order of the file; those that cannot be read are left out. */
  readonly expectations: readonly Expectation[];
  /** What is wrong: with any of these, the file as a whole is not what its author meant. */
  readonly findings: readonly Finding[];
}

/** Reads a file of expectations, YAML or JSON. */
export function readExpectations(file: NamedText): ExpectationsReading {
  const source = sourceOf(file);
  if (!(source instanceof SourceText)) return { expectations: [], findings: [findingAt(source.spot, source)] };
  const readings = [...documentsOf(source)].map(document => {
    if (!('problem' in document)) return readDocument(document);
    const { problem: message, fix, offset } = document;
    const spot = { file: file.name, position: () => source.positionAt(offset) };
    return { expectations: [], findings: [findingAt(spot, { message, fix })] };
  });
  return readings.length === 0 ? nothingIn(file.name) : together(readings);
}

function nothingIn(file: string): ExpectationsReading {
  const spot = { file, position: () => ({ line: 1, column: 1 }) };
  return { expectations: [], findings: [findingAt(spot, { message: 'the file is empty', fix: HOW })] };
}

function together(readings: readonly ExpectationsReading[]): ExpectationsReading {
  return {
    expectations: readings.flatMap(({ expectations }) => expectations),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

const HOW = 'write expectations: and a list below it';
const FILE = new Set(['expectations']);

function readDocument({ value, part, index }: ReadDocument): ExpectationsReading {
  const place = new DocumentPlace(part, index);
  const problems = new Problems();
  const root = new Field(value, { problems, decoding: 'schema', base: [] });
  const expectations = listIn(root).flatMap(item => readExpectation(item, place) ?? []);
  return { expectations, findings: problems.found.map(problem => findingAt(place, problem)) };
}

function listIn(root: Field): readonly Field[] {
  if (Array.isArray(root.value)) root.refuse('a list stands where an object is wanted', HOW);
  const file = root.struct(FILE);
  if (isRecord(file.value) && (file.value.expectations ?? undefined) === undefined) {
    file.refuse('there are no expectations', HOW);
    return [];
  }
  const list = file.get('expectations');
  const items = list.items();
  if (Array.isArray(list.value) && items.length === 0) list.refuse('the list is empty', 'write an expectation');
  return items;
}
