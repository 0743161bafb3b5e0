import { Cidr } from './cidr';

/** How an engine departs from the API where the API is clear, and what it decides where the API leaves it open. */
export interface EngineTraits {
  readonly name: string;
  /** Whether an `ipBlock` covers pods: by their address, never, or it depends. */
  readonly blocksCoverPods: 'by-address' | 'never';
  /** What becomes of `endPort`: the range, or the first port alone. */
  readonly endPort: 'range' | 'first-port' | 'unknown';
  /** What a port's name opens to the peers of its rule. */
  readonly namedPorts: 'of-each-pod' | 'every-port' | 'every-port-if-unresolved' | 'unknown';
  /** Where each of these was read. */
  readonly source: string;
}

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
