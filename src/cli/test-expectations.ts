import { readPaths, STDIN } from '../read/files';
import { readExpectations } from '../read/questions/expectations';
import { readTexts } from '../read/read-texts';
import type { NamedText } from '../read/reading';
import { resultLines, resultsJson } from '../report/expectation-results';
import { jsonLines } from '../report/json-document';
import { resultOf } from '../verify/explain/expectation-result';
import { Reach } from '../verify/reach/reach';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { readCluster } from './read-cluster';
import { Refusal } from './refusal';
import { Session } from './session';
import { UsageError } from './usage-error';

export interface TestOptions extends AssumptionOptions {
  /** The file of expectations. */
  readonly file: string;
  readonly paths: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Says whether expectations hold. @throws Refusal, FileError, UsageError */
export async function testExpectations(options: TestOptions, session: Session): Promise<ExitCode> {
  const { file, paths } = options;
  if (file === STDIN && paths.includes(STDIN)) {
    throw new UsageError('standard input is both the expectations and the manifests; give one of them as a file');
  }
  const assumptions = assumptionsOf(options);
  const texts = readPaths([file], session.readStdin);
  const readings = texts.map(readExpectations);
  const findings = readings.flatMap(reading => reading.findings);
  if (findings.length > 0 && haveManifests(texts)) throw new UsageError(`${file} has manifests; ${FIRST_ARGUMENT}`);
  if (findings.length > 0) throw new Refusal(findings);
  const reach = Reach.of(await readCluster(options, session), assumptions);
  const expectations = readings.flatMap(reading => reading.expectations);
  const results = [...session.progress.watch(expectations, 'expectation')].map(each => resultOf(reach, each));
  await session.answer.print(options.json ? jsonLines(resultsJson(results)) : resultLines(results, session.paint));
  return results.some(({ pass }) => pass === false) ? 1 : 0;
}

const FIRST_ARGUMENT = 'the first argument is the file of expectations, as in netpol test expectations.yaml dist/';

function haveManifests(texts: readonly NamedText[]): boolean {
  const { cluster, skipped, findings } = readTexts(texts);
  const isObject = findings.some(({ object }) => object !== undefined);
  return isObject || cluster.namespaces.length + cluster.adminPolicies.length + skipped.size > 0;
}
