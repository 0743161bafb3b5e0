/** Every field and item of plain props, and those inside them: `frontend.ports.0`. */
export function placesIn(value: unknown): string[] {
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...placesIn(inner).map(place => `${key}.${place}`)]);
}

/** Those of them that are objects with fields. */
export function objectsIn(value: object): string[] {
  return placesIn(value).filter(place => {
    const inner = valueAt(value, place);
    return isPlain(inner) && !Array.isArray(inner);
  });
}

export function valueAt(value: object, place: string): unknown {
  return place.split('.').reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], value);
}

/** A copy in which another value stands at one place. */
export function replaced(value: unknown, place: string, other: unknown): unknown {
  const [key, ...rest] = place.split('.');
  const inner = rest.length === 0 ? other : replaced((value as Record<string, unknown>)[key], rest.join('.'), other);
  if (!Array.isArray(value)) return { ...(value as object), [key]: inner };
  const copy: unknown[] = [...value];
  copy[Number(key)] = inner;
  return copy;
}

function isPlain(value: unknown): value is object {
  const isObject = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return Array.isArray(value) || isObject;
}
