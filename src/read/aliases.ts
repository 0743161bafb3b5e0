import { MOST_ALIASED_VALUES, MOST_LEVELS } from './limits';

/** Why a document with aliases cannot be taken as the tree that it stands for; undefined where it can. */
export function aliasProblem(document: unknown): string | undefined {
  const sizes = new Map<object, number>();
  try {
    const size = sizeOf(document, sizes, 0);
    return size <= MOST_ALIASED_VALUES ? undefined : `its aliases stand for more than ${MOST_ALIASED_VALUES} values`;
  } catch (error) {
    if (error instanceof AliasError) return error.message;
    throw error;
  }
}

class AliasError extends Error {}

/** While a value is being sized, its size is NaN. @returns how many values it is when written out */
function sizeOf(value: unknown, sizes: Map<object, number>, level: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) {
    if (Number.isNaN(known)) throw new AliasError('an alias stands for a value that it is part of');
    return known;
  }
  if (level > MOST_LEVELS) throw new AliasError(`aliases nest lists and maps more than ${MOST_LEVELS} deep`);
  sizes.set(value, NaN);
  let size = 1;
  for (const part of Object.values(value)) size += sizeOf(part, sizes, level + 1);
  sizes.set(value, size);
  return size;
}
