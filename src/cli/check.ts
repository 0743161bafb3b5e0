import { countFindings, FindingJson, findingLines, findingsJson } from '../report/findings';
import { jsonLines } from '../report/json-document';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { invalidObject } from './invalid-object';
import { readInput } from './read-cluster';
import { Session } from './session';

export interface CheckOptions extends AssumptionOptions {
  readonly paths: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Says what the API server would refuse, and what does not mean what its author meant. */
export async function check(options: CheckOptions, session: Session): Promise<ExitCode> {
  assumptionsOf(options);
  const reading = await readInput(options, session);
  const findings: FindingJson[] = reading.findings.map(invalidObject);
  if (options.json) await session.answer.print(jsonLines({ findings: findingsJson(findings) }));
  else {
    await session.answer.print(findingLines(findings, session.paint));
    await session.answer.print([countFindings(findings)]);
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
