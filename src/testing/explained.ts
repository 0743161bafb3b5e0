import { explanationLines } from '../report/explanation';
import { plain } from '../report/paint';
import { Connection } from '../verify/ends/connection';
import { explain } from '../verify/explain/explain';
import { Reach } from '../verify/reach/reach';

/** Why a connection is allowed or denied, and the smallest change to that, line by line. */
export function explained(reach: Reach, connection: Connection): string[] {
  return explanationLines(explain(reach, connection), `${connection.protocol} ${connection.port}`, plain);
}
