import { LIKE_THE_API } from '../model/engine';
import { nearest } from '../model/nearest';
import { PolicyError } from '../model/policy-error';
import {
  CALICO,
  CHECKED,
  CILIUM,
  Engine,
  fromOne,
  KUBE_NETWORK_POLICIES,
  KUBE_ROUTER,
  OVN_KUBERNETES,
} from './engine-families';

/** Every engine that is known, by name. */
export const ENGINES: readonly Engine[] = [
  {
    ...CILIUM,
    name: 'cilium',
    aliases: [],
    // Before 1.16, endPort is ignored without a word.
    versions: 'Cilium 1.17 or later',
    // Behind a hidden flag from 1.20 on.
    clusterNetworkPolicies: 'unknown',
    sources: {
      ...CILIUM.sources,
      clusterNetworkPolicies: 'https://github.com/cilium/cilium/blob/main/install/kubernetes/cilium/values.yaml',
      endPort: 'https://github.com/cilium/cilium/issues/28684',
    },
  },
  { ...CALICO, name: 'calico', aliases: ['tigera'] },
  {
    ...LIKE_THE_API,
    name: 'antrea',
    aliases: [],
    // Behind the feature gates ClusterNetworkPolicy (2.7) and AdminNetworkPolicy (deprecated).
    clusterNetworkPolicies: 'unknown',
    adminNetworkPolicies: 'unknown',
    sources: {
      ...fromOne('https://github.com/antrea-io/antrea/blob/fc70f2bb/docs/antrea-network-policy.md'),
      clusterNetworkPolicies: 'https://github.com/antrea-io/antrea/blob/fc70f2bb/docs/feature-gates.md',
      adminNetworkPolicies: 'https://github.com/antrea-io/antrea/blob/fc70f2bb/docs/feature-gates.md',
    },
    checked: CHECKED,
  },
  {
    ...LIKE_THE_API,
    name: 'aws-vpc-cni',
    aliases: ['aws'],
    // Its own ClusterNetworkPolicy is of another group, networking.k8s.aws.
    clusterNetworkPolicies: 'ignored',
    adminNetworkPolicies: 'ignored',
    namedPorts: 'of-some-pod',
    sources: fromOne(
      'https://github.com/aws/amazon-network-policy-controller-k8s/blob/ecc7e6a/pkg/resolvers/endpoints.go',
    ),
    checked: CHECKED,
  },
  {
    ...LIKE_THE_API,
    name: 'azure-npm',
    aliases: [],
    versions: 'Linux nodes',
    clusterNetworkPolicies: 'ignored',
    adminNetworkPolicies: 'ignored',
    sources: fromOne('https://github.com/Azure/azure-container-networking/tree/cbd7560c/npm'),
    checked: CHECKED,
  },
  {
    ...CILIUM,
    name: 'azure-cilium',
    aliases: ['aks-cilium'],
    versions: 'Cilium 1.17 or later',
    sources: {
      ...fromOne('https://learn.microsoft.com/azure/aks/azure-cni-powered-by-cilium'),
      namedPorts: CILIUM.sources.namedPorts,
    },
  },
  {
    ...CILIUM,
    name: 'gke-dataplane-v2',
    aliases: ['dataplane-v2'],
    // Google does not say from which version on.
    endPort: 'unknown',
    sources: {
      ...fromOne('https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2'),
      endPort: 'https://github.com/cilium/cilium/issues/28684',
      namedPorts: CILIUM.sources.namedPorts,
    },
  },
  {
    ...CALICO,
    name: 'gke-calico',
    aliases: [],
    clusterNetworkPolicies: 'ignored',
    adminNetworkPolicies: 'ignored',
    sources: {
      ...CALICO.sources,
      clusterNetworkPolicies: 'https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy',
      adminNetworkPolicies: 'https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy',
    },
  },
  { ...KUBE_ROUTER, name: 'kube-router', aliases: [] },
  {
    ...KUBE_ROUTER,
    name: 'k3s',
    aliases: [],
    sources: fromOne('https://github.com/k3s-io/kube-router/tree/v2.6.3-k3s1/pkg/controllers/netpol'),
  },
  {
    ...KUBE_NETWORK_POLICIES,
    name: 'kindnet',
    aliases: ['kind'],
    sources: fromOne('https://github.com/kubernetes-sigs/kindnet/tree/57aff7ec'),
  },
  { ...KUBE_NETWORK_POLICIES, name: 'kube-network-policies', aliases: [] },
  { ...OVN_KUBERNETES, name: 'ovn-kubernetes', aliases: ['ovn'] },
  {
    ...OVN_KUBERNETES,
    name: 'openshift',
    aliases: ['okd'],
    sources: {
      ...OVN_KUBERNETES.sources,
      namedPorts:
        'https://github.com/openshift/origin/blob/4a294f52/test/extended/networking/networkpolicy_validation.go',
    },
  },
  {
    ...LIKE_THE_API,
    name: 'kube-ovn',
    aliases: [],
    // It looks names up in the policy's namespace; of several numbers the first counts.
    namedPorts: 'of-some-pod',
    sources: fromOne('https://github.com/kubeovn/kube-ovn/tree/1533681d/pkg/controller'),
    checked: CHECKED,
  },
  { ...CALICO, name: 'canal', aliases: [] },
  {
    ...LIKE_THE_API,
    name: 'weave',
    aliases: ['weave-net'],
    clusterNetworkPolicies: 'ignored',
    adminNetworkPolicies: 'ignored',
    endPort: 'first-port',
    namedPorts: 'policy-not-applied',
    sources: fromOne('https://github.com/weaveworks/weave/blob/8c847638/npc/analyser.go'),
    checked: CHECKED,
  },
  {
    // What it would do with rules does not matter.
    ...LIKE_THE_API,
    name: 'flannel',
    aliases: [],
    versions: 'without kube-network-policies, which its chart can install',
    networkPolicies: 'ignored',
    clusterNetworkPolicies: 'ignored',
    adminNetworkPolicies: 'ignored',
    sources: fromOne('https://github.com/flannel-io/flannel/blob/cdf76059/Documentation/netpol.md'),
    checked: CHECKED,
  },
];

/** The engine of a name or alias. @throws PolicyError `engine` where none is known, with the nearest name */
export function findEngine(name: string): Engine {
  return ENGINES.find(engine => engine.name === name || engine.aliases.includes(name)) ?? refuseEngine(name);
}

function refuseEngine(name: string): never {
  const names = ENGINES.flatMap(({ name: own, aliases }) => [own, ...aliases]);
  const meant = nearest(name, names);
  throw new PolicyError({
    code: 'engine',
    value: name,
    problem: `there is no engine '${name}'`,
    fix: meant === undefined ? `use one of ${ENGINES.map(each => each.name).join(', ')}` : `did you mean ${meant}?`,
  });
}
