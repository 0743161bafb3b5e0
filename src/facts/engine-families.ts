import { EngineTrait, EngineTraits, LIKE_THE_API } from '../model/engine';

/** What is known of an engine that enforces policies, in the words of {@link EngineTraits}. */
export interface Engine extends EngineTraits {
  /** Other names that people give it. */
  readonly aliases: readonly string[];
  /** Versions and settings that this is true of, where it is not of all that are in use. */
  readonly versions?: string;
  /** Where each trait was read: a page, or a repository at a commit with the file in it. */
  readonly sources: Readonly<Record<EngineTrait, string>>;
  /** When all of it was checked, as `YYYY-MM`. */
  readonly checked: string;
}

/** When the table was checked as a whole. */
export const CHECKED = '2026-11';

/** Where one source says everything about an engine, or about the rest of it. */
export function fromOne(source: string): Readonly<Record<EngineTrait, string>> {
  return {
    networkPolicies: source,
    clusterNetworkPolicies: source,
    adminNetworkPolicies: source,
    blocksCoverPods: source,
    endPort: source,
    namedPorts: source,
  };
}

/** Calico, and what is built on it. */
export const CALICO = {
  ...LIKE_THE_API,
  clusterNetworkPolicies: 'unknown',
  adminNetworkPolicies: 'unknown',
  sources: {
    ...fromOne(
      'https://github.com/projectcalico/calico/blob/87c15906/libcalico-go/lib/backend/k8s/conversion/conversion.go',
    ),
    // ClusterNetworkPolicy from 3.32 on; AdminNetworkPolicy from 3.29 to 3.31.
    clusterNetworkPolicies: 'https://docs.tigera.io/calico/3.32/release-notes/',
    adminNetworkPolicies: 'https://docs.tigera.io/calico/3.32/release-notes/',
  },
  checked: CHECKED,
} as const;

/** Cilium, and what clouds make of it. */
export const CILIUM = {
  ...LIKE_THE_API,
  clusterNetworkPolicies: 'ignored',
  adminNetworkPolicies: 'ignored',
  blocksCoverPods: 'never',
  namedPorts: 'blocked-if-ambiguous',
  sources: {
    ...fromOne('https://docs.cilium.io/en/stable/network/kubernetes/policy/'),
    blocksCoverPods: 'https://github.com/cilium/cilium/issues/9209',
    namedPorts: 'https://github.com/cilium/cilium/issues/30003',
  },
  checked: CHECKED,
} as const;

/** kube-router, and k3s with its fork. */
export const KUBE_ROUTER = {
  ...LIKE_THE_API,
  clusterNetworkPolicies: 'ignored',
  adminNetworkPolicies: 'ignored',
  namedPorts: 'every-port-if-unresolved',
  sources: fromOne('https://github.com/cloudnativelabs/kube-router/tree/7c2c2779/pkg/controllers/netpol'),
  checked: CHECKED,
} as const;

/** OVN-Kubernetes, and OpenShift. */
export const OVN_KUBERNETES = {
  ...LIKE_THE_API,
  clusterNetworkPolicies: 'ignored',
  namedPorts: 'every-port',
  sources: {
    ...fromOne('https://github.com/ovn-kubernetes/ovn-kubernetes/blob/8871cd9ce/go-controller/pkg/ovn/gress_policy.go'),
    clusterNetworkPolicies:
      'https://github.com/ovn-kubernetes/ovn-kubernetes/tree/8871cd9ce/docs/features/network-security-controls',
    adminNetworkPolicies:
      'https://github.com/ovn-kubernetes/ovn-kubernetes/tree/8871cd9ce/docs/features/network-security-controls',
  },
  checked: CHECKED,
} as const;

/** One of three builds is for each kind of administrators' policies. */
export const KUBE_NETWORK_POLICIES = {
  ...LIKE_THE_API,
  clusterNetworkPolicies: 'unknown',
  adminNetworkPolicies: 'unknown',
  sources: fromOne('https://github.com/kubernetes-sigs/kube-network-policies/tree/5f81cc37/pkg/networkpolicy'),
  checked: CHECKED,
} as const;
