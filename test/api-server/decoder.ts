/** The fields of a value that do not fit its type; null fits everywhere, as Go decodes it to nothing. */
export type Decoder = (value: unknown, field: string) => string[];

export const text: Decoder = (value, field) => unless(value === null || typeof value === 'string', field);

export const int32: Decoder = (value, field) => unless(value === null || isInt32(value), field);

export const int32OrText: Decoder = (value, field) =>
  unless(value === null || typeof value === 'string' || isInt32(value), field);

export const flag: Decoder = (value, field) => unless(value === null || typeof value === 'boolean', field);

export function listOf(item: Decoder): Decoder {
  return (value, field) => {
    if (value === null) return [];
    return Array.isArray(value) ? value.flatMap((each, index) => item(each, `${field}[${index}]`)) : [field];
  };
}

/** Go names the map where one of its values does not fit. */
export function mapOf(item: Decoder): Decoder {
  return (value, field) => {
    if (value === null) return [];
    return isObject(value) ? Object.values(value).flatMap(each => item(each, field)) : [field];
  };
}

/** An object with these fields, any of which may be missing, and no others: `fieldValidation=Strict`. */
export function structOf(fields: Readonly<Record<string, Decoder>>): Decoder {
  return (value, field) => {
    if (value === null) return [];
    if (!isObject(value)) return [field];
    return Object.entries(value).flatMap(([key, each]) => {
      const path = field === '' ? key : `${field}.${key}`;
      return Object.hasOwn(fields, key) ? fields[key](each, path) : [path];
    });
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && value === (Number(value) | 0);
}

function unless(fits: boolean, field: string): string[] {
  return fits ? [] : [field];
}
