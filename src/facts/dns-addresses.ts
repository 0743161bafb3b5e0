/** Addresses that pods send DNS queries to, where a node or the platform answers instead of pods (checked 2026-11). */
export const DNS_ADDRESSES = {
  nodeLocal: {
    addresses: ['169.254.20.10'],
    source: 'https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/',
  },
  kubespray: {
    addresses: ['169.254.25.10'],
    source: 'https://github.com/kubernetes-sigs/kubespray/blob/v2.29.0/roles/kubespray_defaults/defaults/main/main.yml',
  },
  gkeCloudDns: { addresses: ['169.254.169.254'], source: 'https://github.com/tektoncd/operator/pull/4001' },
  aksLocalDns: {
    addresses: ['169.254.10.10', '169.254.10.11'],
    source: 'https://learn.microsoft.com/azure/aks/localdns-custom',
  },
} as const;

/** OpenShift's DNS pods do not listen on 53: rules match the pod's port, not the Service's. */
export const OPENSHIFT_DNS_PORT = {
  port: 5353,
  source: 'https://github.com/openshift/cluster-dns-operator/blob/4b8ae499/pkg/manifests/assets/dns/daemonset.yaml',
} as const;
