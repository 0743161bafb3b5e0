import { Cluster, Endpoint, Labels, NamedPort, Pod } from '../oracle/cluster';

const PROMETHEUS = { 'app.kubernetes.io/name': 'prometheus', 'app.kubernetes.io/component': 'server' };

const INGRESS_NGINX = { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' };

const PORTS: Readonly<Record<string, NamedPort[]>> = {
  'shop/frontend': [{ name: 'http', port: 3000, protocol: 'TCP' }],
  'shop/backend': [
    { name: 'http', port: 8080, protocol: 'TCP' },
    { name: 'metrics', port: 9090, protocol: 'TCP' },
  ],
};

/** The shop; a namespace whose pods have the labels of others, real and well-known; and the usual namespaces. */
const LABELS: Readonly<Record<string, Labels>> = {
  'shop/frontend': { app: 'shop', tier: 'frontend' },
  'shop/backend': { app: 'shop', tier: 'backend' },
  'shop/database': { app: 'shop', tier: 'database' },
  'shop/job': { app: 'job' },
  'pay/frontend': { app: 'shop', tier: 'frontend' },
  'pay/backend': { app: 'shop', tier: 'backend' },
  'pay/database': { app: 'shop', tier: 'database' },
  'pay/like-dns': { 'k8s-app': 'kube-dns', 'app.kubernetes.io/name': 'coredns' },
  'pay/like-ingress': INGRESS_NGINX,
  'pay/like-prometheus': PROMETHEUS,
  'kube-system/coredns': { 'k8s-app': 'kube-dns' },
  'kube-system/node-local-dns': { 'k8s-app': 'node-local-dns' },
  'kube-system/kube-proxy': { 'k8s-app': 'kube-proxy' },
  'dns/coredns': { 'k8s-app': 'coredns', 'app.kubernetes.io/name': 'coredns' },
  'openshift-dns/dns-default': { 'dns.operator.openshift.io/daemonset-dns': 'default' },
  'ingress-nginx/controller': INGRESS_NGINX,
  'ingress-nginx/admission': { ...INGRESS_NGINX, 'app.kubernetes.io/component': 'admission-webhook' },
  'monitoring/prometheus': PROMETHEUS,
  'monitoring/grafana': { 'app.kubernetes.io/name': 'grafana' },
  'istio-system/istiod': { app: 'istiod' },
  'linkerd/identity': { 'linkerd.io/control-plane-component': 'identity' },
  'observability/collector': { 'app.kubernetes.io/name': 'opentelemetry-collector' },
};

const pods = Object.entries(LABELS).map(([path, labels], index): Pod => {
  const [namespace, name] = path.split('/');
  return { namespace, name, labels, ips: [`10.20.0.${index + 1}`, `fd20::${index + 1}`], ports: PORTS[path] ?? [] };
});

const TEAMS: Readonly<Record<string, Labels>> = { shop: { team: 'a' }, pay: { team: 'b' } };

export const SAMPLE_CLUSTER: Cluster = {
  namespaces: Object.fromEntries(
    pods.map(({ namespace }) => [namespace, { 'kubernetes.io/metadata.name': namespace, ...TEAMS[namespace] }]),
  ),
  pods,
};

/** Addresses outside the cluster: public, private, of DNS caches and of metadata services. */
export const OUTSIDE: readonly Endpoint[] = [
  ...['1.1.1.1', '203.0.113.7', '10.9.9.9', '172.20.0.10', '169.254.20.10', '169.254.25.10', '169.254.10.10'],
  ...['169.254.169.254', '168.63.129.16', '2606:4700::1111', 'fd00::9', 'fd00:ec2::254', '64:ff9b::a9fe:a9fe'],
  ...['35.191.0.1', '2600:2d00:1:b029::1', '169.254.7.127', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff'],
].map(ip => ({ ip }));
