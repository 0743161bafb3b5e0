import { lint } from '../lint/lint';
import { LINT_RULES } from '../lint/lint-rules';
import { Reading } from '../read/reading';
import { countFindings, FindingJson, findingLines, findingsJson } from '../report/findings';
import { jsonLines } from '../report/json-document';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { inputFinding } from './input-finding';
import { isComplete, readInput } from './read-cluster';
import { Session } from './session';

export interface CheckOptions extends AssumptionOptions {
  readonly paths: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Says what the API server would refuse, and what does not mean what its author meant. @throws FileError */
export async function check(options: CheckOptions, session: Session): Promise<ExitCode> {
  const assumptions = assumptionsOf(options);
  const reading = await readInput(options, session);
  const linted = isComplete(reading)
    ? lint(reading.cluster, assumptions, session.progress.watch(LINT_RULES, 'lint rule'))
    : [];
  if (!isComplete(reading)) await session.remarks.print(['lint waits until every object can be read']);
  if (hasNoPolicy(reading)) await session.remarks.print([NO_POLICY]);
  const findings: FindingJson[] = [...reading.findings.map(inputFinding), ...linted];
  await session.answer.print(
    options.json
      ? jsonLines(findingsJson(findings))
      : [...findingLines(findings, session.paint), countFindings(findings)],
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const NO_POLICY = 'no policy was read: every pod accepts and sends everything';

/** Pods without any policy are nothing that a rule finds, as policies may be elsewhere. */
function hasNoPolicy(reading: Reading): boolean {
  const { workloads, policies, adminPolicies } = reading.cluster;
  const isWithout = policies.length === 0 && adminPolicies.length === 0 && reading.notUnderstood.policy.length === 0;
  return isComplete(reading) && isWithout && workloads.length > 0;
}
