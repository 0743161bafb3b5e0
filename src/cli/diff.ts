import { STDIN } from '../read/files';
import { differenceJson, differenceLines } from '../report/difference';
import { differenceMarkdown } from '../report/difference-markdown';
import { jsonLines } from '../report/json-document';
import { Paint } from '../report/paint';
import { Difference, diff as compare, isNothing, Watch } from '../verify/matrix/diff';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { readClusters } from './read-cluster';
import { Session } from './session';
import { UsageError } from './usage-error';

export interface DiffOptions extends AssumptionOptions {
  readonly before: string;
  readonly after: string;
  /** Whether a change is a failure. */
  readonly exitCode?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly verbose?: boolean;
}

/** Says whose reach changed between two folders. @throws Refusal, FileError, UsageError */
export async function diff(options: DiffOptions, session: Session): Promise<ExitCode> {
  const { before, after, json, markdown, verbose, exitCode } = options;
  if (before === STDIN && after === STDIN) throw new UsageError('both sides are standard input; give one as a folder');
  if (json && markdown) throw new UsageError('--json and --markdown exclude each other; give one of them');
  const assumptions = assumptionsOf(options);
  const sides = [before, after].map(path => ({ paths: [path], verbose }));
  const [old, next] = await readClusters(sides, session);
  const { answer, progress, paint } = session;
  const watch: Watch = sources => progress.watch(sources, 'comparing source');
  const difference = compare(old, next, { assumptions, watch });
  await answer.print(progress.count(linesOf(difference, options, paint), 'lines'));
  return exitCode && !isNothing(difference) ? 1 : 0;
}

function linesOf(difference: Difference, { json, markdown }: DiffOptions, paint: Paint): Iterable<string> {
  if (json) return jsonLines(differenceJson(difference));
  return markdown ? differenceMarkdown(difference) : differenceLines(difference, paint);
}
