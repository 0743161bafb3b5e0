import { oneOf } from '../model/check';
import { PROTOCOLS } from '../model/protocol';
import { isFolder } from '../read/files';
import { readEndpoint } from '../read/questions/endpoint';
import { readPort } from '../read/questions/port';
import { explanationsLines } from '../report/explanation';
import { explanationsJson } from '../report/explanation-json';
import { jsonLines } from '../report/json-document';
import { explainPorts } from '../verify/explain/explain-ports';
import { Reach } from '../verify/reach/reach';
import { AssumptionOptions, assumptionsOf } from './assumptions';
import { ExitCode } from './exit-code';
import { readCluster } from './read-cluster';
import { Session } from './session';
import { UsageError } from './usage-error';

export interface ExplainOptions extends AssumptionOptions {
  readonly from: string;
  readonly to: string;
  readonly port?: string;
  readonly protocol?: string;
  readonly paths: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Says why connections are allowed or denied, and what would change that. @throws PolicyError, UnknownEndpoint, UsageError */
export async function explain(options: ExplainOptions, session: Session): Promise<ExitCode> {
  checkPort(options);
  const protocol = options.protocol === undefined ? undefined : oneOf(PROTOCOLS)(options.protocol);
  const question = {
    from: readEndpoint(options.from),
    to: readEndpoint(options.to),
    ports: [readPort(options.port, protocol)],
  };
  const assumptions = assumptionsOf(options);
  const reach = Reach.of(await readCluster(options, session), assumptions);
  const parts = explainPorts(reach, question);
  await session.answer.print(
    options.json
      ? jsonLines(explanationsJson(parts, reach.portSets))
      : explanationsLines(parts, reach.portSets, session.paint),
  );
  return 0;
}

/** Refuses a folder where a port stands, and a port that looks like a path. */
function checkPort({ port, paths: [path] }: ExplainOptions): void {
  if (port !== undefined && path === undefined && isFolder(port)) {
    throw new UsageError(
      `'${port}' stands where a port does, and is a folder; write ${port}/, or name a path after it`,
    );
  }
  const text = (port === undefined && path) || '';
  const [, ports, protocol] = PORT_AND_PROTOCOL.exec(text.replace(PROTOCOL_FIRST, '$2/$1')) ?? [];
  if (ports !== undefined) {
    throw new UsageError(`'${path}' is no port; write ${ports} --protocol ${protocol.toUpperCase()}`);
  }
}

const PROTOCOL_FIRST = /^([a-z]+)\/([\d-]+)$/i;

const PORT_AND_PROTOCOL = /^(\d+(?:-\d+)?)\/(tcp|udp|sctp)$/i;
