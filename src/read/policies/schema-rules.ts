import { Field } from '../field';

/** What the schema of a CustomResourceDefinition demands of a list. */
export interface ListRule {
  readonly least: number;
  readonly most: number;
  /** What is in it, such as `rules`. */
  readonly of: string;
}

/** The items of a list that has to be there where `least` is not 0. */
export function listItems(field: Field, { least, most, of }: ListRule): readonly Field[] {
  const items = field.items();
  if (items.length > most) field.refuse(`there are ${items.length} ${of}`, `write at most ${most}, and more policies`);
  else if (items.length < least) field.refuse(`there are no ${of}`, `write at least ${least}`);
  return items;
}

/** The texts of a list that says nothing twice. */
export function setOfTexts(field: Field, rule: ListRule): readonly Field[] {
  const seen = new Set<unknown>();
  const items = listItems(field, rule);
  for (const item of items) {
    const text = item.text();
    if (seen.has(text)) item.refuse(`'${text}' is written twice`, 'leave one of them out');
    seen.add(text);
  }
  return items;
}

/** The only field of an object that has to have exactly one of these; undefined where it is not so. */
export function onlyField(object: Field, known: ReadonlySet<string>): readonly [string, Field] | undefined {
  const choices = [...known].join(', ');
  const given = [...known].filter(key => object.struct(known).get(key).isPresent);
  if (given.length === 1) return [given[0], object.get(given[0])];
  // A field that is misspelt is a problem already.
  if (given.length === 0 && !object.hasOnly(known)) return undefined;
  const problem = given.length === 0 ? 'nothing is given' : `${given.join(' and ')} are given together`;
  object.refuse(problem, `give one of ${choices}`);
  return undefined;
}

/** A whole number within bounds that has to be there. */
export function numberWithin(field: Field, first: number, last: number): number | undefined {
  field.require(`a whole number from ${first} to ${last}`);
  const value = field.wholeNumber();
  if (value === undefined || (first <= value && value <= last)) return value;
  field.refuse(`${value} is out of bounds`, `use a whole number from ${first} to ${last}`);
  return undefined;
}
