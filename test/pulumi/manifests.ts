import { Registered } from './program';

/** Policies as `cdk8s synth` would write them, in alphabetical order: a message to the engine keeps no order of keys. */
export function manifestsOf(policies: readonly Registered[]): string {
  return inOrder(policies.map(({ inputs }) => inputs));
}

/** Objects as one text, whatever the order of their keys. */
export function inOrder(objects: readonly object[]): string {
  return `[${objects
    .map(object => JSON.stringify(sorted(object)))
    .sort()
    .join(',\n')}]`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
