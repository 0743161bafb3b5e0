import { Cluster } from '../model/cluster';
import { locationInWords } from '../model/origin';
import { printable } from '../model/printable';
import { UnreadObject } from '../read/not-understood';
import { Finding, Reading } from '../read/reading';
import { fixFor, notUnderstood, withoutKinds } from './not-understood';

/** Manifests that the API server would refuse, that are none, or that are not understood. */
export class UnreadableManifests extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableManifests';
  }
}

/** How many findings an error lists. */
const LISTED = 10;

/** What was read, or the error that says what the API server would refuse of it. @throws UnreadableManifests */
export function readable({ cluster, findings }: Reading): Cluster {
  const refused = findings.filter(({ lenient }) => !lenient);
  if (refused.length === 0) return cluster;
  const more = refused.length > LISTED ? [`and ${refused.length - LISTED} more`] : [];
  const lines = [...refused.slice(0, LISTED).map(findingInWords), ...more];
  throw new UnreadableManifests(['the manifests cannot be read:', ...lines].join('\n  '));
}

/** What was read, and what makes pods and is not understood: others can be asked about without these. */
export interface Understood {
  readonly cluster: Cluster;
  readonly unreadPods: readonly UnreadObject[];
}

/**
 * What was read, where all policies are understood: one that is not may allow or deny anything.
 *
 * @param ignoreKinds what is left aside of that which is not understood
 * @throws UnreadableManifests
 */
export function understood(reading: Reading, ignoreKinds: readonly string[]): Understood {
  const cluster = readable(reading);
  const { policy, pods } = reading.notUnderstood;
  const policies = withoutKinds(policy, ignoreKinds);
  if (policies.length === 0) return { cluster, unreadPods: withoutKinds(pods, ignoreKinds) };
  throw new UnreadableManifests(`who reaches whom cannot be told: ${notUnderstood(policies)}; ${fixFor(policies)}`);
}

/** `dist/shop.yaml:12:15: NetworkPolicy/shop/web spec.podSelector: what is wrong; what to write`. */
function findingInWords({ file, line, column, object, path, message, fix }: Finding): string {
  const place = locationInWords({ file, line, column });
  const field = [object, path].filter(part => part !== undefined && part !== '').join(' ');
  return printable([place, ...(field === '' ? [] : [field]), `${message}; ${fix}`].join(': '));
}
