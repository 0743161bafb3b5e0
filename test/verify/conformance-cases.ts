import { conformanceCases } from '../shared';

/** A case of somebody else's test suite, as objects of the API. */
export interface ConformanceCase {
  readonly id: string;
  readonly objects: readonly unknown[];
  readonly probes: readonly Probe[];
}

/** A connection that the suite judges; its ends are `namespace/name` of a pod, or an address. */
export interface Probe {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
  readonly allowed: boolean;
}

/** Upstream's truth tables; a pod to itself is not judged there. */
export function e2eCases(shared: string): ConformanceCase[] {
  return conformanceCases<E2eCase>(shared, 'k8s-e2e').map(({ id, cluster, policies, probes }) => ({
    id,
    objects: [...cluster.namespaces, ...cluster.pods, ...policies],
    probes: probes.flatMap(({ expected, protocol, port }) =>
      Object.entries(expected).flatMap(([from, row]) =>
        Object.entries(row).flatMap(([to, allowed]) =>
          allowed === 'ignored' ? [] : [{ from, to, protocol, port, allowed }],
        ),
      ),
    ),
  }));
}

/** The suite of ClusterNetworkPolicy. @param pods that all of its cases have */
export function clusterPolicyCases(shared: string, pods: readonly unknown[]): ConformanceCase[] {
  const cases = conformanceCases<ClusterPolicyCase>(shared, 'network-policy-api-conformance');
  return cases.map(({ id, namespaces, policies, probes }) => ({
    id,
    objects: [...namespaces, ...pods, ...policies],
    probes: probes.map(({ src: from, dst: to, ...probe }) => ({ from, to, ...probe })),
  }));
}

/** The well-known recipes; their pods have no addresses. */
export function recipeCases(shared: string): ConformanceCase[] {
  return conformanceCases<RecipeCase>(shared, 'network-policy-recipes').map(
    ({ id, namespaces, pods, policies, probes }) => {
      const endOf = (name: string) => (name in pods ? nameOf(name, pods[name]) : name.replace('ip:', ''));
      return {
        id,
        objects: [
          ...Object.entries(namespaces).map(([name, labels]) => object('Namespace', { name, labels })),
          ...Object.entries(pods).map(([name, pod]) => recipePod(nameOf(name, pod), pod)),
          ...policies,
        ],
        probes: probes.map(({ src, dst, ...probe }) => ({ from: endOf(src), to: endOf(dst), ...probe })),
      };
    },
  );
}

type Verdicts = Readonly<Record<string, Readonly<Record<string, boolean | 'ignored'>>>>;

interface E2eCase {
  readonly id: string;
  readonly cluster: { readonly namespaces: readonly unknown[]; readonly pods: readonly unknown[] };
  readonly policies: readonly unknown[];
  readonly probes: readonly { readonly protocol: string; readonly port: number; readonly expected: Verdicts }[];
}

type NamedProbe = Pick<Probe, 'allowed' | 'port' | 'protocol'> & { readonly src: string; readonly dst: string };

interface ClusterPolicyCase {
  readonly id: string;
  readonly namespaces: readonly unknown[];
  readonly policies: readonly unknown[];
  readonly probes: readonly NamedProbe[];
}

interface RecipeCase {
  readonly id: string;
  readonly namespaces: Readonly<Record<string, unknown>>;
  readonly pods: Readonly<Record<string, RecipePod>>;
  readonly policies: readonly unknown[];
  readonly probes: readonly NamedProbe[];
}

interface RecipePod {
  readonly namespace: string;
  readonly labels: unknown;
  readonly ports: readonly unknown[];
}

/** Some recipes call a pod `namespace/name`. */
function nameOf(name: string, { namespace }: RecipePod): string {
  return name.includes('/') ? name : `${namespace}/${name}`;
}

function recipePod(fullName: string, { namespace, labels, ports }: RecipePod): unknown {
  const [, name] = fullName.split('/');
  return { ...object('Pod', { name, namespace, labels }), spec: { containers: [{ name: 'app', ports }] } };
}

function object(kind: string, metadata: object): object {
  return { apiVersion: 'v1', kind, metadata };
}
