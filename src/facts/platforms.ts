import { IPeer } from '../model/peer';
import { Dns } from './dns';
import { LoadBalancer } from './load-balancer';
import { Peer } from './peer';

/** What is known of a platform: where its pods resolve names, and what enforces its policies. */
export interface PlatformFacts {
  readonly name: string;
  /** Every way in which it may answer DNS queries. */
  readonly dns: () => Dns[];
  /** Name in the table of engines; undefined where it comes with none, or with one of several. */
  readonly engine?: string;
  /** Where its load balancers check the health of pods from; undefined where that is anybody's choice. */
  readonly healthChecks?: () => IPeer[];
  /** Where the calls of its control plane come from; undefined where that depends on the cluster. */
  readonly controlPlane?: () => IPeer[];
  /** Where all of it was read; when, as `YYYY-MM`. */
  readonly sources: readonly string[];
  readonly checked: string;
}

const CHECKED = '2026-11';

/** Kubernetes as it is set up by hand and by most vendors: CoreDNS in kube-system, labeled `k8s-app: kube-dns`. */
const PLAIN = {
  name: 'Kubernetes',
  dns: () => [Dns.kubeDns()],
  sources: ['https://github.com/coredns/deployment/blob/7853d4a1/kubernetes/coredns.yaml.sed'],
  checked: CHECKED,
} as const;

/** Platforms as they are set up unless somebody chooses otherwise. */
export const PLATFORMS = {
  kubernetes: PLAIN,
  eks: {
    ...PLAIN,
    name: 'EKS',
    engine: 'aws-vpc-cni',
    sources: [
      'https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html',
      'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
    ],
  },
  gke: {
    name: 'GKE',
    // With NodeLocal DNSCache from 1.34.1-gke.3720000 on; Cloud DNS where it is chosen.
    dns: () => [Dns.kubeDns(), Dns.nodeLocal(), Dns.gkeCloudDns()],
    engine: 'gke-dataplane-v2',
    healthChecks: () => [LoadBalancer.gkeGlobal(), LoadBalancer.gkePassthrough()],
    controlPlane: () => [Peer.konnectivity()],
    sources: [
      'https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges',
      'https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-architecture#konnectivity-service',
      'https://cloud.google.com/kubernetes-engine/docs/how-to/nodelocal-dns-cache',
      'https://github.com/tektoncd/operator/pull/4001',
      'https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2',
    ],
    checked: CHECKED,
  },
  aks: {
    name: 'AKS',
    dns: () => [Dns.kubeDns(), Dns.aksLocalDns()],
    engine: 'azure-cilium',
    healthChecks: () => [LoadBalancer.azure()],
    sources: [
      'https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview#probe-source-ip-address',
      'https://learn.microsoft.com/azure/aks/localdns-custom',
      'https://learn.microsoft.com/azure/aks/azure-cni-powered-by-cilium',
    ],
    checked: CHECKED,
  },
  openShift: {
    name: 'OpenShift',
    dns: () => [Dns.openShift()],
    engine: 'openshift',
    sources: [
      'https://github.com/openshift/cluster-dns-operator/blob/4b8ae499/pkg/manifests/assets/dns/daemonset.yaml',
      'https://github.com/openshift/origin/blob/4a294f52/test/extended/networking/networkpolicy_validation.go',
    ],
    checked: CHECKED,
  },
  k3s: {
    ...PLAIN,
    name: 'k3s',
    engine: 'k3s',
    sources: [
      'https://github.com/k3s-io/k3s/blob/00014d28/manifests/coredns.yaml',
      'https://github.com/k3s-io/k3s/blob/0589157c/pkg/agent/netpol/netpol.go',
    ],
  },
  rke2: {
    ...PLAIN,
    name: 'RKE2',
    engine: 'canal',
    sources: [
      'https://github.com/rancher/rke2-docs/blob/main/docs/networking/networking_services.md',
      'https://github.com/rancher/rke2-docs/blob/main/docs/networking/basic_network_options.md',
    ],
  },
  kubespray: {
    name: 'Kubespray',
    dns: () => [Dns.kubeDns(), Dns.kubespray()],
    sources: [
      'https://github.com/kubernetes-sigs/kubespray/blob/v2.29.0/roles/kubespray_defaults/defaults/main/main.yml',
    ],
    checked: CHECKED,
  },
  kind: {
    ...PLAIN,
    name: 'kind',
    engine: 'kindnet',
    sources: ['https://github.com/kubernetes-sigs/kindnet/tree/57aff7ec'],
  },
} as const satisfies Record<string, PlatformFacts>;

/** Engines that put rules together which name the same block with different exceptions, so that neither is kept. */
export const ENGINES_THAT_MERGE_BLOCKS = {
  engines: ['aws-vpc-cni'],
  source: 'https://github.com/aws/amazon-network-policy-controller-k8s/issues/146',
  checked: CHECKED,
} as const;
