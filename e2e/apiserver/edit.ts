/** A value as JSON has it. */
export type Json = boolean | number | string | null | readonly Json[] | { readonly [key: string]: Json };

/** A change at one place of a value. */
export type Edit =
  | { readonly do: 'add'; readonly key: string; readonly value: Json }
  | { readonly do: 'remove' | 'repeat' }
  | { readonly do: 'rename'; readonly key: string }
  | { readonly do: 'set'; readonly value: Json };

/** The way to a place: keys and indexes. */
export type Way = readonly (number | string)[];

/** Something inside a value. */
export interface Place {
  readonly way: Way;
  /** Whether it is a list or a map. */
  readonly hasInside: boolean;
}

/** All places in a value, itself first. */
export function placesIn(value: Json, way: Way = []): Place[] {
  if (typeof value !== 'object' || value === null) return [{ way, hasInside: false }];
  const entries: [number | string, Json][] = isList(value) ? [...value.entries()] : Object.entries(value);
  return [{ way, hasInside: true }, ...entries.flatMap(([key, inner]) => placesIn(inner, [...way, key]))];
}

/** The value with the change; as it was where the change makes no sense there. */
export function edited(value: Json, [key, ...rest]: Way, edit: Edit): Json {
  if (key === undefined) return edit.do === 'add' ? added(value, edit) : value;
  if (rest.length > 0 || edit.do === 'add') return withItem(value, key, edited(itemOf(value, key), rest, edit));
  switch (edit.do) {
    case 'remove':
      return withoutItem(value, key);
    case 'rename':
      return renamed(value, key, edit.key);
    case 'repeat':
      return isList(value) ? [...value, itemOf(value, key)] : value;
    case 'set':
      return withItem(value, key, edit.value);
  }
}

function added(value: Json, { key, value: inner }: { readonly key: string; readonly value: Json }): Json {
  if (isList(value)) return [...value, inner];
  return isMap(value) ? withItem(value, key, inner) : value;
}

function renamed(value: Json, key: number | string, name: string): Json {
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([each, inner]) => [each === key ? name : each, inner]));
}

function itemOf(value: Json, key: number | string): Json {
  return (value as Readonly<Record<number | string, Json>>)[key];
}

function withItem(value: Json, key: number | string, inner: Json): Json {
  return isList(value)
    ? value.map((each, index) => (index === key ? inner : each))
    : { ...(value as object), [key]: inner };
}

function withoutItem(value: Json, key: number | string): Json {
  if (isList(value)) return value.filter((_, index) => index !== key);
  return Object.fromEntries(Object.entries(value as object).filter(([each]) => each !== key)) as Json;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value);
}
