import { printable } from '../model/printable';
import { countKinds, UnreadObject } from '../read/not-understood';
import { kindsInWords } from '../report/names';

/** Those whose kind, such as `CiliumNetworkPolicy.cilium.io`, is not left aside. */
export function withoutKinds(objects: readonly UnreadObject[], ignored: readonly string[]): UnreadObject[] {
  return objects.filter(({ kind }) => !ignored.includes(kind));
}

/** `1 CiliumNetworkPolicy.cilium.io is not understood`. */
export function notUnderstood(objects: readonly UnreadObject[]): string {
  return `${printable(kindsInWords(countKinds(objects)))} ${objects.length === 1 ? 'is' : 'are'} not understood`;
}

/** What to do about objects that are not understood. */
export function fixFor(objects: readonly UnreadObject[]): string {
  const names = [...countKinds(objects).keys()].sort().map(kind => `'${printable(kind)}'`);
  return `leave ${objects.length === 1 ? 'it' : 'them'} aside with ignoreKinds: [${names.join(', ')}]`;
}
