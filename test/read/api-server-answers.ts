/** A NetworkPolicy, and what a real API server said to it. */
export interface Answered {
  readonly name: string;
  readonly object: unknown;
  readonly accepted: boolean;
  /** What is wrong with which field; empty where the object could not even be decoded. */
  readonly causes?: readonly { readonly field: string }[];
  readonly message?: string;
}

/** Refused for the request that it came with: from a manifest nobody could tell. */
const OF_THE_REQUEST = 'namespace mismatch';

export function isAccepted({ accepted, name }: Answered): boolean {
  return accepted || name === OF_THE_REQUEST;
}

/** The fields that the answer names. */
export function fieldsOf({ causes = [], message = '' }: Answered): string[] {
  if (causes.length > 0) return [...new Set(causes.map(({ field }) => field))].sort();
  if (message.includes('API version in the data')) return ['apiVersion'];
  if (message.includes('no kind')) return ['kind'];
  const unknown = /unknown field "(.+?)"/.exec(message);
  if (unknown !== null) return [unknown[1]];
  // Go names the type first, and no numbers of items.
  const decoded = /Go struct field \w+\.(\S+)/.exec(message);
  return decoded === null ? [] : [decoded[1]];
}

/** Our fields and theirs, as far as they can be compared: without numbers of items where the server gives none. */
export function likeFields(ours: readonly string[], theirs: readonly string[]): [string[], string[]] {
  const named = [...new Set(ours)].sort();
  if (theirs.some(path => path.includes('['))) return [named, [...theirs]];
  return [named.map(withoutIndexes), theirs.map(withoutIndexes)];
}

function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}
