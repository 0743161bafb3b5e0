import type { Finding } from '../read/reading';
import type { FindingJson } from '../report/findings';

/** What is wrong with the manifests, as a finding among those of lint rules. */
export function inputFinding({ lenient, ...finding }: Finding): FindingJson {
  return { severity: finding.rule === 'written-twice' ? 'warning' : 'error', ...finding };
}

/** The same where an answer goes on with the object all the same. */
export function overlookedFinding(finding: Finding): FindingJson {
  return { ...inputFinding(finding), severity: 'warning' };
}
