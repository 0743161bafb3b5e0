import { lint } from '../lint/lint';
import { countFindings, FindingJson, findingLines, findingsJson } from '../report/findings';
import { jsonLines } from '../report/json-document';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { invalidObject } from './invalid-object';
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
  const linted = isComplete(reading) ? lint(reading.cluster, assumptions) : [];
  if (!isComplete(reading)) await session.remarks.print(['lint waits until every object can be read']);
  const findings: FindingJson[] = [...reading.findings.map(invalidObject), ...linted];
  await session.answer.print(
    options.json
      ? jsonLines(findingsJson(findings))
      : [...findingLines(findings, session.paint), countFindings(findings)],
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
