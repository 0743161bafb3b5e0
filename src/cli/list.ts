import { connectionsJson, ListJson } from '../report/connection-json';
import { connectionLines } from '../report/connection-list';
import { jsonLines, Streamed } from '../report/json-document';
import { connections, sourcesIn } from '../verify/matrix/connections';
import { Reach } from '../verify/reach/reach';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { readCluster } from './read-cluster';
import { Session } from './session';

export interface ListOptions extends AssumptionOptions {
  readonly paths: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Says who may reach whom. */
export async function list(options: ListOptions, session: Session): Promise<ExitCode> {
  const assumptions = assumptionsOf(options);
  const cluster = await readCluster(options, session);
  const reach = Reach.of(cluster, assumptions);
  // Of nobody there is nothing to say; that no workload was read is remarked.
  if (!options.json && cluster.workloads.length === 0) return 0;
  await session.answer.print(options.json ? linesOfJson(reach, session) : linesOfText(reach, session));
  return 0;
}

function linesOfJson(reach: Reach, { progress }: Session): Iterable<string> {
  const entries = progress.count(connectionsJson(sourcesIn(reach), reach.portSets), 'connections');
  return jsonLines({ connections: entries } satisfies Streamed<ListJson>);
}

function linesOfText(reach: Reach, { progress, paint }: Session): Iterable<string> {
  return connectionLines(progress.count(connections(reach), 'connections'), reach.portSets, paint);
}
