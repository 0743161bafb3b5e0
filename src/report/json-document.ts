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
    if (!Array.isArray(value) || value.length === 0) yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)}${end}`;
    else {
      yield `  ${JSON.stringify(key)}: [`;
      for (let item = 0; item < value.length; item++) {
        yield `    ${JSON.stringify(value[item])}${item === value.length - 1 ? '' : ','}`;
      }
      yield `  ]${end}`;
    }
  }
  yield '}';
}
