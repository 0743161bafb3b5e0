import { Cidr } from './cidr';
import { EngineTraits } from './engine';

/** What an answer rests on besides the objects that were read. */
export interface Assumptions {
  /** Where pods have their addresses if they say none. */
  readonly podCidrs: readonly Cidr[];
  /** Undefined: the API alone. */
  readonly engine?: EngineTraits;
}

/** The address plan where none is given: private ranges, shared address space, unique local addresses. */
export const DEFAULT_POD_CIDRS: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
].map(block => Cidr.of(block));

export const API_ALONE: Assumptions = { podCidrs: DEFAULT_POD_CIDRS };
