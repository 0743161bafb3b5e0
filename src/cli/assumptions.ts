import { findEngine } from '../facts/engines';
import { Assumptions, DEFAULT_POD_CIDRS } from '../model/assumptions';
import { Cidr } from '../model/cidr';

/** What answers rest on besides the manifests, as options. */
export interface AssumptionOptions {
  /** Where pods have their addresses if they say none; private addresses where left out. */
  readonly podCidr?: readonly string[];
  /** The API alone where left out. */
  readonly engine?: string;
}

/** The assumptions that options say. @throws PolicyError for a CIDR that is none, and an engine nobody knows */
export function assumptionsOf({ podCidr, engine }: AssumptionOptions): Assumptions {
  return {
    podCidrs: podCidr?.map(block => Cidr._of(block)) ?? DEFAULT_POD_CIDRS,
    engine: engine === undefined ? undefined : findEngine(engine),
  };
}
