import { Verdict } from './answer';

/** What one side says that the other does not; undefined where both say the same of an object. */
export function disagreement(named: readonly string[], verdict: Verdict): string | undefined {
  const [ours, theirs] = [named, verdict.fields].map(withServersIndexes);
  if (isSame(ours, theirs, verdict)) return undefined;
  return `the API server: ${verdict.message || 'accepted'}; names ${theirs.join(', ')}; here: ${ours.join(', ')}`;
}

function isSame(ours: readonly string[], theirs: readonly string[], { accepted, areAll }: Verdict): boolean {
  if (accepted) return ours.length === 0;
  if (areAll) return comparable(ours).join() === comparable(theirs).join();
  // What cannot be decoded is not looked at any further, and where Go names a type it names no indexes.
  const hasIndexes = theirs.some(field => field.includes('['));
  const found = ours.map(field => (hasIndexes ? field : field.replace(/\[\d+\]/g, '')));
  return found.length > 0 && theirs.every(field => found.includes(field));
}

/** Without what the server names, or fails to name, because of another field that it names. */
function comparable(fields: readonly string[]): string[] {
  const isOfBadName = (field: string) => field === 'metadata.name' && fields.includes('metadata.generateName');
  const isOfBadBlock = (field: string) => EXCEPT.test(field) && fields.includes(field.replace(EXCEPT, '.cidr'));
  return fields.filter(field => !isOfBadName(field) && !isOfBadBlock(field));
}

const EXCEPT = /\.except\[\d+\]$/;

/** Each field once, sorted; of some lists the server leaves out the indexes. */
function withServersIndexes(fields: readonly string[]): string[] {
  const named = fields.map(field => field.replace(/^(metadata\.(?:finalizers|ownerReferences))\[\d+\]/, '$1'));
  return [...new Set(named)].sort();
}
