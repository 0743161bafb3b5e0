import { ENGINES, tryFindEngine } from '../facts/engines';
import { Assumptions, DEFAULT_POD_CIDRS } from '../model/assumptions';
import { Cidr } from '../model/cidr';
import { nearest } from '../model/nearest';
import { UsageError } from './usage-error';

/** What answers rest on besides the manifests, as options. */
export interface AssumptionOptions {
  /** Where pods have their addresses if they say none; private addresses where left out. */
  readonly podCidr?: readonly string[];
  /** The API alone where left out. */
  readonly engine?: string;
}

/** The assumptions that options say. @throws PolicyError for a CIDR that is none, UsageError for an engine nobody knows */
export function assumptionsOf({ podCidr, engine }: AssumptionOptions): Assumptions {
  return {
    podCidrs: podCidr?.map(block => Cidr._of(block)) ?? DEFAULT_POD_CIDRS,
    engine: engine === undefined ? undefined : engineOf(engine),
  };
}

function engineOf(name: string) {
  const engine = tryFindEngine(name);
  if (engine !== undefined) return engine;
  const names = ENGINES.flatMap(({ name: own, aliases }) => [own, ...aliases]);
  const meant = nearest(name, names);
  const fix =
    meant === undefined ? `use one of ${ENGINES.map(each => each.name).join(', ')}` : `did you mean ${meant}?`;
  throw new UsageError(`there is no engine '${name}'; ${fix}`);
}
