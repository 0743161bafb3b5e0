import type { Finding } from '../read/reading';
import type { FindingJson } from '../report/findings';

/** What the API server would refuse, as a finding among those of lint rules. */
export function invalidObject({ lenient, ...finding }: Finding): FindingJson {
  return { rule: 'invalid-object', severity: 'error', ...finding };
}

/** The same where an answer goes on with the object all the same. */
export function overlookedObject(finding: Finding): FindingJson {
  return { ...invalidObject(finding), severity: 'warning' };
}
