import { connectionsJson } from '../report/connection-json';
import { connectionLines } from '../report/connection-list';
import { jsonLines } from '../report/json-document';
import { connections } from '../verify/matrix/connections';
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
  const reach = Reach.of(await readCluster(options, session), assumptions);
  const reached = session.progress.count(connections(reach), 'connections');
  await session.answer.print(
    options.json
      ? jsonLines({ connections: connectionsJson(reached, reach.portSets) })
      : connectionLines(reached, reach.portSets, session.paint),
  );
  return 0;
}
