import { UNKNOWN } from './program';

/** How Pulumi marks a secret on its way to the engine. */
export const SECRET = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270' };

const HIDDEN = '(hidden)';

/** Whether a value is not shown: secret, or not known. */
export function isHidden(value: unknown): boolean {
  return value === HIDDEN;
}

/** What people are shown of values on their way to the engine. */
export function shown(value: unknown): unknown {
  if (value === UNKNOWN || isSecret(value)) return HIDDEN;
  return changed(value, shown);
}

/** The values without what marks them as secret. */
export function revealed(value: unknown): unknown {
  return isSecret(value) ? revealed(value.value) : changed(value, revealed);
}

function isSecret(value: unknown): value is { readonly value: unknown } {
  return typeof value === 'object' && value !== null && Object.keys(SECRET)[0] in value;
}

function changed(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
