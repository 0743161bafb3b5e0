/** Whether an engine puts a kind of policy into force; `unknown`: some versions or settings do. */
export type Enforcement = 'enforced' | 'ignored' | 'unknown';

/** How an engine departs from the API where the API is clear, and what it decides where the API leaves it open. */
export interface EngineTraits {
  readonly name: string;
  /** NetworkPolicies, of `networking.k8s.io/v1`. */
  readonly networkPolicies: 'enforced' | 'ignored';
  /** ClusterNetworkPolicies, of `policy.networking.k8s.io/v1alpha2`. */
  readonly clusterNetworkPolicies: Enforcement;
  /** AdminNetworkPolicies and BaselineAdminNetworkPolicies, of `policy.networking.k8s.io/v1alpha1`. */
  readonly adminNetworkPolicies: Enforcement;
  /** Whether an `ipBlock` covers pods: by their address, or never. */
  readonly blocksCoverPods: 'by-address' | 'never';
  /** What becomes of `endPort`: the range, or the first port alone. */
  readonly endPort: 'range' | 'first-port' | 'unknown';
  /**
   * What a port's name opens to the peers of its rule:
   *
   * - `of-each-pod`: the port that each destination calls so;
   * - `blocked-if-ambiguous`: the same, but perhaps nothing where pods have different numbers for the name;
   * - `of-some-pod`: the number that some pod has for the name, which need not be the destination;
   * - `every-port`: every port of the protocol;
   * - `every-port-if-unresolved`: every port to pods, where no pod has the name and the rule has no other port;
   * - `policy-not-applied`: the policy is not put into force at all.
   */
  readonly namedPorts:
    | 'of-each-pod'
    | 'blocked-if-ambiguous'
    | 'of-some-pod'
    | 'every-port'
    | 'every-port-if-unresolved'
    | 'policy-not-applied';
}

/** The name of a trait. */
export type EngineTrait = Exclude<keyof EngineTraits, 'name'>;

/** The traits of the API itself. */
export const LIKE_THE_API: EngineTraits = {
  name: 'the API',
  networkPolicies: 'enforced',
  clusterNetworkPolicies: 'enforced',
  adminNetworkPolicies: 'enforced',
  blocksCoverPods: 'by-address',
  endPort: 'range',
  namedPorts: 'of-each-pod',
};

const IN_WORDS: { readonly [T in EngineTrait]: Readonly<Record<EngineTraits[T], string>> } = {
  networkPolicies: { enforced: 'enforces NetworkPolicies', ignored: 'enforces no NetworkPolicies' },
  clusterNetworkPolicies: enforcementOf('ClusterNetworkPolicies'),
  adminNetworkPolicies: enforcementOf('AdminNetworkPolicies'),
  blocksCoverPods: { 'by-address': 'compares addresses', never: 'never takes a pod for part of an ipBlock' },
  endPort: {
    range: 'honours endPort',
    'first-port': 'ignores endPort',
    unknown: 'honours endPort in some versions only',
  },
  namedPorts: {
    'of-each-pod': "resolves a port's name at each pod",
    'blocked-if-ambiguous': "may block a port's name for which pods have different numbers",
    'of-some-pod': "may resolve a port's name at another pod than the destination",
    'every-port': "opens every port where a port's name stands",
    'every-port-if-unresolved': "opens every port where a port's name resolves to nothing",
    'policy-not-applied': "does not apply a policy in which a port's name stands",
  },
};

function enforcementOf(kinds: string): Readonly<Record<Enforcement, string>> {
  return {
    enforced: `enforces ${kinds}`,
    ignored: `enforces no ${kinds}`,
    unknown: `enforces ${kinds} in some versions or settings only`,
  };
}

/** Every trait of an engine. */
export const ENGINE_TRAITS = Object.keys(IN_WORDS) as readonly EngineTrait[];

/** What an engine does with a feature, as the end of a sentence that begins with its name. */
export function traitInWords(engine: EngineTraits, trait: EngineTrait): string {
  const words: Readonly<Record<string, string>> = IN_WORDS[trait];
  return words[engine[trait]];
}
