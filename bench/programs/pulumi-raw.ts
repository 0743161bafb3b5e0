import { NetworkPolicy, NetworkPolicyArgs } from '@pulumi/kubernetes/networking/v1';
import { ComponentResource } from '@pulumi/pulumi';
import { Write } from './register';

type Labels = Readonly<Record<string, string>>;

const NGINX = { 'app.kubernetes.io/component': 'controller', 'app.kubernetes.io/name': 'ingress-nginx' };
const DNS = { ports: [onPort(53), onPort(53, 'UDP')], to: [podsOf({ 'k8s-app': 'kube-dns' }, 'kube-system')] };

export const web: Write = (index, parent) => {
  const ingress = [{ from: [podsOf({ app: `client-${index}` })], ports: [onPort(8080)] }];
  const podSelector = { matchLabels: { app: `web-${index}` } };
  return [policy(`web-${index}`, { ingress, podSelector, policyTypes: ['Ingress'] }, parent)];
};

export const shop: Write = (index, parent) => {
  const [frontend, backend, database] = ['frontend', 'backend', 'database'].map(tier => ({ app: `${tier}-${index}` }));
  const tier = (labels: Labels, ingress: object, egress: readonly object[]) => ({
    egress: [DNS, ...egress],
    ingress: [ingress],
    podSelector: { matchLabels: labels },
    policyTypes: ['Ingress', 'Egress'],
  });
  const from = (peer: object, port: number) => ({ from: [peer], ports: [onPort(port)] });
  const to = (labels: Labels, port: number) => ({ ports: [onPort(port)], to: [podsOf(labels)] });
  return Object.entries({
    frontend: tier(frontend, from(podsOf(NGINX, 'ingress-nginx'), 3000), [to(backend, 8080)]),
    backend: tier(backend, from(podsOf(frontend), 8080), [to(database, 5432)]),
    database: tier(database, from(podsOf(backend), 5432), []),
  }).map(([part, spec]) => policy(`shop-${index}-${part}`, spec, parent));
};

function policy(name: string, spec: NetworkPolicyArgs['spec'], parent?: ComponentResource): NetworkPolicy {
  return new NetworkPolicy(name, { metadata: { name, namespace: 'shop' }, spec }, { parent });
}

function podsOf(labels: Labels, namespace?: string): object {
  const podSelector = { matchLabels: labels };
  if (namespace === undefined) return { podSelector };
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector };
}

function onPort(port: number, protocol = 'TCP'): object {
  return { port, protocol };
}
