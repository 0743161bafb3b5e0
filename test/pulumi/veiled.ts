import { mapped } from '../../src/pulumi/outputs/data';

/** Gives a value as something of Pulumi's, or as it is. */
export type Way = (value: unknown) => unknown;

/** What decides the structure, or lets pods at credentials. */
const PLAIN = ['allowMetadata', 'calls', 'directions', 'mesh', 'name'];

/** Props with values, and lists of values, that are given in these ways; what decides the structure stays plain. */
export function veiled(props: object, next: () => Way): object {
  return Object.fromEntries(
    Object.entries(props).map(([key, value]): [string, unknown] => {
      if (typeof value === 'boolean' || value === undefined || PLAIN.includes(key)) return [key, value];
      if (isRules(value)) return [key, value.map(rule => veiled(rule, next))];
      if (isFields(value)) return [key, veiled(value, next)];
      return [key, next()(mapped(value, leaf => next()(leaf)))];
    }),
  );
}

function isRules(value: unknown): value is object[] {
  return Array.isArray(value) && value.every(isFields);
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
