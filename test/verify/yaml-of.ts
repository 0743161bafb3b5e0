import { dump } from 'js-yaml';
import { Pod } from '../oracle/cluster';
import { ClusterSketch, PodSketch } from './model-of';

/** A cluster as people keep it: YAML, a document an object. @param more objects */
export function yamlOf(
  { namespaces, pods, policies, clusterPolicies }: ClusterSketch,
  more: readonly object[],
): string {
  const objects = [
    ...Object.entries(namespaces).map(([name, labels]) => object('v1', 'Namespace', { metadata: { name, labels } })),
    ...pods.flatMap((pod, index) => (pod.kind === 'Pod' ? [podObject(pod)] : controllerObjects(pod, index))),
    ...policies.map(policy => object('networking.k8s.io/v1', 'NetworkPolicy', policy)),
    ...clusterPolicies.map(policy => object('policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', policy)),
    ...more,
  ];
  return objects.map(each => dump(each, { noRefs: true })).join('---\n');
}

function object(apiVersion: string, kind: string, fields: object): object {
  return { apiVersion, kind, ...fields };
}

function podObject({ namespace, name, labels, ips, ...rest }: Pod, owner?: object): object {
  return object('v1', 'Pod', {
    metadata: { name, namespace, labels, ...(owner === undefined ? {} : { ownerReferences: [owner] }) },
    spec: podSpecOf(rest),
    status: { phase: 'Running', podIPs: ips.map(ip => ({ ip })) },
  });
}

const CONTROLLERS = [
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
] as const;

/** A Job makes up the selector that pods without labels cannot have. */
const OF_NO_LABELS = ['batch/v1', 'Job'] as const;

/** A controller, and a pod of it for each address that its pods are known to have. */
function controllerObjects(pod: PodSketch, index: number): object[] {
  const { namespace, name, labels, ips } = pod;
  const hasLabels = Object.keys(labels).length > 0;
  const [apiVersion, kind] = hasLabels ? CONTROLLERS[index % CONTROLLERS.length] : OF_NO_LABELS;
  const selector = hasLabels ? { selector: { matchLabels: labels } } : {};
  const template = { metadata: { labels }, spec: podSpecOf(pod) };
  const owner = { apiVersion, kind, name, uid: 'u', controller: true };
  return [
    object(apiVersion, kind, { metadata: { name, namespace }, spec: { ...selector, template } }),
    ...ips.map((ip, number) => podObject({ ...pod, name: `${name}-${number}`, ips: [ip] }, owner)),
  ];
}

function podSpecOf({ ports, hostNetwork = false }: Pick<Pod, 'ports' | 'hostNetwork'>): object {
  const declared = ports.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }));
  return { containers: [{ name: 'main', image: 'main', ports: declared }], hostNetwork };
}
