/** Pods that others run and many policies name. */
export interface WellKnownPods {
  /** Where they run unless installed elsewhere; undefined: there is no usual place, the user says it. */
  readonly namespace?: string;
  /** Enough labels to select these pods and no others of the namespace. */
  readonly labels: Readonly<Record<string, string>>;
  /** Manifest or chart that the labels were read in, at a commit of 2026. */
  readonly source: string;
}

/** Who brings traffic into the cluster. */
export const INGRESS_CONTROLLERS = {
  ingressNginx: {
    namespace: 'ingress-nginx',
    labels: { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' },
    source: 'https://github.com/kubernetes/ingress-nginx/blob/dbb11b92/deploy/static/provider/cloud/deploy.yaml',
  },
  traefik: {
    namespace: 'traefik',
    labels: { 'app.kubernetes.io/name': 'traefik' },
    source: 'https://github.com/traefik/traefik-helm-chart/blob/a8a66d00/traefik/templates/_helpers.tpl',
  },
  haproxy: {
    namespace: 'haproxy-controller',
    labels: { 'app.kubernetes.io/name': 'kubernetes-ingress' },
    source: 'https://github.com/haproxytech/helm-charts/blob/c5edba1/kubernetes-ingress/templates/_helpers.tpl',
  },
  contour: {
    namespace: 'projectcontour',
    labels: { app: 'envoy' },
    source: 'https://github.com/projectcontour/contour/blob/31c4bb38e/examples/render/contour.yaml',
  },
  contourChart: {
    namespace: 'projectcontour',
    labels: { 'app.kubernetes.io/name': 'contour', 'app.kubernetes.io/component': 'envoy' },
    source: 'https://github.com/projectcontour/helm-charts/tree/e1387cd',
  },
  istioGateway: {
    namespace: 'istio-ingress',
    labels: { istio: 'ingressgateway' },
    source: 'https://github.com/istio/istio/tree/86c9f01f/manifests/charts/gateway',
  },
  kong: {
    namespace: 'kong',
    labels: { 'app.kubernetes.io/name': 'kong', 'app.kubernetes.io/component': 'app' },
    source: 'https://github.com/Kong/charts/tree/e76b8003/charts/kong',
  },
  nginxInc: {
    namespace: 'nginx-ingress',
    labels: { 'app.kubernetes.io/name': 'nginx-ingress' },
    source: 'https://github.com/nginx/kubernetes-ingress/tree/0eb3072d/charts/nginx-ingress',
  },
} as const satisfies Record<string, WellKnownPods>;

/** The proxies that Istio runs for one Gateway, in the Gateway's namespace. */
export function istioGateway(name: string): WellKnownPods {
  return {
    labels: { 'gateway.networking.k8s.io/gateway-name': name },
    source:
      'https://github.com/istio/istio/blob/86c9f01f/manifests/charts/istio-control/istio-discovery/files/kube-gateway.yaml',
  };
}

/** The proxies that Envoy Gateway runs for one Gateway. */
export function envoyGateway(name: string, gatewayNamespace: string): WellKnownPods {
  return {
    namespace: 'envoy-gateway-system',
    labels: {
      'app.kubernetes.io/managed-by': 'envoy-gateway',
      'gateway.envoyproxy.io/owning-gateway-name': name,
      'gateway.envoyproxy.io/owning-gateway-namespace': gatewayNamespace,
    },
    source: 'https://github.com/envoyproxy/gateway/tree/d32f2829',
  };
}

/** Through whom a control plane outside the cluster reaches pods. */
export const CONTROL_PLANE_TUNNELS = {
  konnectivity: {
    namespace: 'kube-system',
    labels: { 'k8s-app': 'konnectivity-agent' },
    source:
      'https://github.com/kubernetes/website/blob/7a429867/content/en/examples/admin/konnectivity/konnectivity-agent.yaml',
  },
} as const satisfies Record<string, WellKnownPods>;

/** Who scrapes metrics. */
export const PROMETHEUSES = {
  kubePrometheus: {
    namespace: 'monitoring',
    labels: { 'app.kubernetes.io/name': 'prometheus' },
    source:
      'https://github.com/prometheus-operator/kube-prometheus/blob/4d719f1d/manifests/prometheus-networkPolicy.yaml',
  },
  openShift: {
    namespace: 'openshift-monitoring',
    labels: { 'app.kubernetes.io/name': 'prometheus' },
    source: 'https://github.com/openshift/cluster-monitoring-operator/tree/f581865b/assets/prometheus-k8s',
  },
  communityChart: {
    labels: { 'app.kubernetes.io/name': 'prometheus', 'app.kubernetes.io/component': 'server' },
    source: 'https://github.com/prometheus-community/helm-charts/tree/cf408a29/charts/prometheus',
  },
} as const satisfies Record<string, WellKnownPods>;

/** Who resolves names. */
export const DNS_PODS = {
  kubeDns: {
    namespace: 'kube-system',
    labels: { 'k8s-app': 'kube-dns' },
    source: 'https://github.com/coredns/deployment/blob/7853d4a1/kubernetes/coredns.yaml.sed',
  },
  nodeLocal: {
    namespace: 'kube-system',
    labels: { 'k8s-app': 'node-local-dns' },
    source: 'https://github.com/kubernetes/kubernetes/blob/028f956d/cluster/addons/dns/nodelocaldns/nodelocaldns.yaml',
  },
  coreDnsChart: {
    labels: { 'app.kubernetes.io/name': 'coredns' },
    source: 'https://github.com/coredns/helm/blob/caac0316/charts/coredns/templates/deployment.yaml',
  },
  openShift: {
    namespace: 'openshift-dns',
    labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' },
    source: 'https://github.com/openshift/cluster-dns-operator/blob/4b8ae499/pkg/manifests/assets/dns/daemonset.yaml',
  },
} as const satisfies Record<string, WellKnownPods>;
