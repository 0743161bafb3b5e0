import type { Finding } from '../read/reading';
import type { FindingJson } from '../report/findings';

/** What the API server would refuse, as a finding among those of lint rules. */
export function invalidObject({ lenient, ...finding }: Finding): FindingJson {
  return { rule: 'invalid-object', severity: 'error', ...finding };
}
