import { PolicyError } from './policy-error';

/** What people write down about a policy. */
export interface Documentation {
  readonly description?: string;
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly lastReviewed?: string;
}

const KEYS = {
  /** @see https://kubernetes.io/docs/reference/labels-annotations-taints/#description */
  description: 'kubernetes.io/description',
  owner: 'netpol/owner',
  lastReviewed: 'netpol/last-reviewed',
} as const;

const FIELDS = Object.keys(KEYS) as (keyof typeof KEYS)[];

/** The API server's limit for all annotations of an object together, keys and values, in bytes. */
const MOST_BYTES = 256 * 1024;

/** The annotations that carry the documentation; undefined where there is none. */
export function annotationsOf(documentation: Documentation): Readonly<Record<string, string>> | undefined {
  if (FIELDS.every(field => documentation[field] === undefined)) return undefined;
  if (documentation.lastReviewed !== undefined) checkDate(documentation.lastReviewed);
  const annotations: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = documentation[field];
    if (value === undefined) continue;
    checkText(field, value);
    annotations[KEYS[field]] = value;
    if (!fitTogether(annotations)) throw tooLong(field, bytesOf(annotations));
  }
  return annotations;
}

function checkText(path: string, value: string): void {
  if (value.trim() !== '') return;
  throw new PolicyError({
    code: 'annotation',
    path,
    value,
    problem: 'says nothing',
    fix: 'write something, or leave it out',
  });
}

function tooLong(path: string, bytes: number): PolicyError {
  return new PolicyError({
    code: 'annotation',
    path,
    problem: `with it the annotations have ${bytes} bytes`,
    fix: `write less: the API server takes ${MOST_BYTES} for all annotations together`,
  });
}

function checkDate(value: string): void {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return;
  throw new PolicyError({
    code: 'annotation',
    path: 'lastReviewed',
    value,
    problem: `'${value}' is not a day`,
    fix: 'write it as YYYY-MM-DD, such as 2026-11-21',
  });
}

/** Whether the API server takes these annotations together: it counts the bytes of keys and values. */
export function fitTogether(annotations: Readonly<Record<string, string>>): boolean {
  return bytesOf(annotations) <= MOST_BYTES;
}

function bytesOf(annotations: Readonly<Record<string, string>>): number {
  return Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
}
