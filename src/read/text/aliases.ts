import { MOST_ALIASED_VALUES } from '../limits';

/** Why a document with aliases cannot be taken as the tree that it stands for; undefined where it can. */
export function aliasProblem(document: unknown): string | undefined {
  const size = sizeOf(document, new Map());
  if (Number.isNaN(size)) return 'an alias stands for a value that it is part of';
  return size <= MOST_ALIASED_VALUES ? undefined : `its aliases stand for more than ${MOST_ALIASED_VALUES} values`;
}

/**
 * How many values a value is when its aliases are written out; not a number where that has no end.
 *
 * An alias comes after what it stands for, whose size is known then: this goes no deeper than the text is nested.
 */
function sizeOf(value: unknown, sizes: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  sizes.set(value, NaN);
  let size = 1;
  for (const part of Object.values(value)) size += sizeOf(part, sizes);
  sizes.set(value, size);
  return size;
}
