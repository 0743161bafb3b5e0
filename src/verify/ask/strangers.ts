import { Cluster, Workload } from '../../model/cluster';
import { EndpointRef, refInWords } from '../../model/endpoint-ref';
import { LabelSelector } from '../../model/label-selector';
import { labelSpaceOf, meetPods, namespaceSelectorOf } from '../../model/label-space';
import { nearest } from '../../model/nearest';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { inSomeNamespace } from '../space/ends';

/**
 * That nothing that was read is about one of some ends, and why, in words; undefined where something is about each.
 *
 * What is said of pods that nobody has and nobody asks for is true for no good reason, of a misspelt label for example.
 * Names need no such check: one that stands for nothing is an error.
 */
export function strangerAmong(refs: readonly EndpointRef[], cluster: Cluster): string | undefined {
  for (const ref of refs) {
    const why = whyStranger(ref, cluster);
    if (why !== undefined) return `nothing that was read is about ${refInWords(ref)}: ${why}`;
  }
  return undefined;
}

function whyStranger(ref: EndpointRef, cluster: Cluster): string | undefined {
  if (cluster.workloads.length + cluster.policies.length + cluster.adminPolicies.length === 0) {
    return 'neither a workload nor a policy was read';
  }
  return ref.kind === 'pods' ? whyUnknown(inSomeNamespace(ref.pods), cluster) : undefined;
}

function whyUnknown(pods: Pods, cluster: Cluster): string | undefined {
  const namespaces = namespacesOf(pods);
  const inside = cluster.namespaces.filter(({ labels }) => namespaces.matches(labels)).map(({ name }) => name);
  const isThere = cluster.workloads.some(
    ({ labels, namespace }) => inside.includes(namespace) && pods.podSelector.matches(labels),
  );
  if (isThere) return undefined;
  const all = allNamedPods(cluster);
  const named = all.filter(each => meetPods(each, pods));
  const strange = inside.length > 0 ? [] : unasked(namespaces, named.map(namespacesOf));
  if (strange.length > 0) return whyNoNamespace(pods, strange, cluster);
  const labels = unasked(
    pods.podSelector,
    named.map(({ podSelector }) => podSelector),
  );
  if (labels.length === 0) return undefined;
  const known = [...cluster.workloads.flatMap(labelsOf), ...all.flatMap(asks)];
  return `no workload has ${labels.join(' and ')} there, and no policy asks for it${guess(labels[0], known)}`;
}

function whyNoNamespace({ namespace }: Pods, labels: readonly string[], { namespaces }: Cluster): string {
  if (namespace === undefined) return `no namespace has ${labels.join(' and ')}, and no policy asks for it`;
  const meant = guess(
    namespace,
    namespaces.map(({ name }) => name),
  );
  return `no object that was read is in namespace ${namespace}, and no policy names it${meant}`;
}

function guess(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

function labelsOf({ labels }: Workload): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

function asks({ podSelector }: Pods): string[] {
  return podSelector.expressions.map(String);
}

/** The demands of a selector on labels that none of the others asks about. */
function unasked(selector: LabelSelector, others: readonly LabelSelector[]): string[] {
  const asked = new Set(others.flatMap(other => [...labelSpaceOf(other).keys()]));
  return selector.expressions.filter(({ key }) => !asked.has(key)).map(String);
}

const NAMED_PODS = new WeakMap<Cluster, readonly Pods[]>();

/** Every expectation about a cluster asks for them. */
function allNamedPods(cluster: Cluster): readonly Pods[] {
  const known = NAMED_PODS.get(cluster) ?? namedPods(cluster);
  NAMED_PODS.set(cluster, known);
  return known;
}

function namespacesOf(pods: Pods): LabelSelector {
  return namespaceSelectorOf(pods) ?? LabelSelector.everything();
}

/** All pods that policies select or name, each in its namespaces. */
function namedPods({ policies, adminPolicies }: Cluster): Pods[] {
  return [
    ...policies.flatMap(({ podSelector, namespace, ingress = [], egress = [] }) =>
      [Pods._of(podSelector), ...podsAmong([...ingress, ...egress])].map(pods =>
        pods._isOpen ? pods.inNamespace(namespace) : pods,
      ),
    ),
    ...adminPolicies.flatMap(({ subject, ingress, egress }) => [subject, ...podsAmong([...ingress, ...egress])]),
  ];
}

function podsAmong(rules: readonly { readonly peers: readonly PeerTerm[] }[]): Pods[] {
  return rules.flatMap(({ peers }) => peers.filter(peer => peer instanceof Pods));
}
