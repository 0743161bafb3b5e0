import { Answer } from './api-client';

/** What an API server says of an object. */
export interface Verdict {
  readonly accepted: boolean;
  /** The fields that it names, sorted. Without indexes where the object could not be decoded and Go names a type. */
  readonly fields: readonly string[];
  /** Whether these are all that is wrong; an object that cannot be decoded is not looked at any further. */
  readonly areAll: boolean;
  readonly message: string;
}

interface Status {
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly field?: string }[] };
}

export function verdictOf({ status, body }: Answer): Verdict {
  const { message = '', details } = body as Status;
  const accepted = status === 200 || status === 201;
  const fields = (details?.causes ?? []).map(({ field = '' }) => field);
  if (accepted || fields.length > 0) return { accepted, fields: sorted(fields), areAll: true, message };
  if (status !== 400) throw new Error(`the API server gives no verdict: ${status} ${message}`);
  return { accepted, fields: sorted(undecoded(message)), areAll: false, message };
}

function undecoded(message: string): string[] {
  const strict = [...message.matchAll(/(?:unknown|duplicate) field "(.*?)"(?=, |$)/g)].map(([, field]) => field);
  const [, typed] = /Go struct field \w+\.(\S+)/.exec(message) ?? [];
  return typed === undefined ? strict : [...strict, typed];
}

function sorted(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort();
}
