import { naming } from '../../model/policy-error';

/** Lists and plain objects once more, with other leaves. Whatever has a class of its own is a leaf. */
export function mapped(data: unknown, leaf: (value: unknown, path: string) => unknown, path = ''): unknown {
  if (Array.isArray(data)) return data.map((item, index) => mapped(item, leaf, `${path}[${index}]`));
  if (!isPlain(data)) return leaf(data, path);
  const inside = (key: string) => (path === '' ? key : `${path}.${key}`);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapped(value, leaf, inside(key))]));
}

/** The same lists and plain objects once more, so that what happens to them later changes nothing. */
export function copied<T>(data: T): T {
  return mapped(data, leaf => leaf) as T;
}

/** Does something with what stands at a path, and says where it was if that is refused. */
export function locating<T>(path: string, work: () => T): T {
  return path === '' ? work() : naming(path, work);
}

function isPlain(data: unknown): data is object {
  if (typeof data !== 'object' || data === null) return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
