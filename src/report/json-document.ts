/** A document as it is printed: its lists may come item by item. */
export type Streamed<T> = {
  readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Iterable<Item> : T[K];
};

/**
 * A JSON document line by line: a line for each item of its lists, so that large ones need not fit into one text.
 *
 * Fields that are undefined are left out.
 */
export function* jsonLines(document: object): Generator<string> {
  const fields = Object.entries(document).filter(([, value]: [string, unknown]) => value !== undefined);
  yield '{';
  for (const [index, [key, value]] of fields.entries()) {
    const end = index === fields.length - 1 ? '' : ',';
    if (isList(value)) yield* listLines(key, value, end);
    else yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)}${end}`;
  }
  yield '}';
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function* listLines(key: string, items: Iterable<unknown>, end: string): Generator<string> {
  let last: string | undefined;
  for (const item of items) {
    yield last === undefined ? `  ${JSON.stringify(key)}: [` : `${last},`;
    last = `    ${JSON.stringify(item)}`;
  }
  if (last === undefined) yield `  ${JSON.stringify(key)}: []${end}`;
  else yield* [last, `  ]${end}`];
}
