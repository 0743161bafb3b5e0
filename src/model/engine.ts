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

/** The traits of the API itself. */
export const LIKE_THE_API: EngineTraits = {
  name: 'the API',
  blocksCoverPods: 'by-address',
  endPort: 'range',
  namedPorts: 'of-each-pod',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
};

const IN_WORDS = {
  blocksCoverPods: { 'by-address': 'compares addresses', never: 'never takes a pod for part of an ipBlock' },
  endPort: {
    range: 'honours endPort',
    'first-port': 'ignores endPort',
    unknown: 'honours endPort in some versions only',
  },
  namedPorts: {
    'of-each-pod': "resolves a port's name at each pod",
    'every-port': "opens every port where a port's name stands",
    'every-port-if-unresolved': "opens every port where a port's name resolves to nothing",
    unknown: "may not understand a port's name",
  },
} as const;

/** What an engine does with a feature, as the end of a sentence that begins with its name. */
export function traitInWords(engine: EngineTraits, trait: 'blocksCoverPods' | 'endPort' | 'namedPorts'): string {
  const words: Readonly<Record<string, string>> = IN_WORDS[trait];
  return words[engine[trait]];
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
