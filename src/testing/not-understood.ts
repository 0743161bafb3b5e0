import { printable } from '../model/printable';
import { Reading } from '../read/reading';
import { kindsInWords } from '../report/names';

/** How many objects there are of each kind, such as `CiliumNetworkPolicy.cilium.io`. */
export type Kinds = Reading['skipped'];

/** Those that are not left aside. */
export function withoutKinds(kinds: Kinds, ignored: readonly string[]): Kinds {
  return new Map([...kinds].filter(([kind]) => !ignored.includes(kind)));
}

/** `1 CiliumNetworkPolicy.cilium.io is not understood`. */
export function notUnderstood(kinds: Kinds): string {
  return `${printable(kindsInWords(kinds))} ${isOne(kinds) ? 'is' : 'are'} not understood`;
}

/** What to do about kinds that are not understood. */
export function fixFor(kinds: Kinds): string {
  const names = [...kinds.keys()].sort().map(kind => `'${printable(kind)}'`);
  return `leave ${isOne(kinds) ? 'it' : 'them'} aside with ignoreKinds: [${names.join(', ')}]`;
}

function isOne(kinds: Kinds): boolean {
  return [...kinds.values()].reduce((sum, count) => sum + count, 0) === 1;
}
