import { Path } from './path';

/** Where something was written: in a text, or in an object that a program holds. */
export interface Location {
  /** Name of the text, such as `dist/shop.yaml`, or the object's origin in words, such as a construct's path. */
  readonly file: string;
  /** From 1; undefined where there is no text. */
  readonly line?: number;
  /** From 1, in UTF-16 units as editors count; undefined where there is no text. */
  readonly column?: number;
  /** The field, as the API server names it, where there is no text to point into. */
  readonly field?: string;
}

/** Where an object was written: a file, or a construct of a program. */
export interface Origin {
  /** Where a field of the object stands. @param path of the field, from the object's root; left out: the object itself */
  at(path?: Path): Location;
}

/** `dist/shop.yaml:12:5`, or `app/shop/web spec.ingress[0]`. */
export function locationInWords({ file, line, column, field }: Location): string {
  if (line !== undefined) return `${file}:${line}:${column}`;
  return field === undefined ? file : `${file} ${field}`;
}

/** Order by file, line and column; what is not known comes first. */
export function byLocation(a: Partial<Location>, b: Partial<Location>): number {
  const [left, right] = [a.file ?? '', b.file ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
