import { conformanceCases, describeShared } from '../shared';
import { Cluster, Connection, Endpoint, endpointsOf, Labels, Pod } from './cluster';
import { ContainerPort, namedPorts } from './container-port';
import { NetworkPolicy } from './manifest';
import { Oracle } from './oracle';

interface Case {
  readonly id: string;
  readonly cluster: { readonly namespaces: readonly ApiNamespace[]; readonly pods: readonly ApiPod[] };
  readonly policies: readonly NetworkPolicy[];
  readonly probes: readonly Probe[];
}

interface ApiNamespace {
  readonly metadata: { readonly name: string; readonly labels: Labels };
}

interface ApiPod {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels: Labels };
  readonly spec: { readonly containers: readonly { readonly ports?: readonly ContainerPort[] }[] };
  readonly status: { readonly podIPs: readonly { readonly ip: string }[] };
}

interface Probe {
  readonly protocol: string;
  readonly port: number;
  /** By source, then by destination; a pod to itself is not judged. */
  readonly expected: Readonly<Record<string, Readonly<Record<string, boolean | 'ignored'>>>>;
}

interface Verdict extends Connection {
  readonly allowed: boolean | 'ignored';
}

describeShared('the oracle and the Kubernetes e2e tests', shared => {
  const cases = conformanceCases<Case>(shared, 'k8s-e2e');

  it.each(cases.map(one => [one.id, one] as const))('agree on %s', (_, one) => {
    const oracle = new Oracle({ namespaces: namespacesOf(one) }, one.policies);
    const isDifferent = ({ allowed, ...connection }: Verdict) => oracle.isAllowed(connection) !== allowed;
    expect(verdictsOf(one).filter(isDifferent)).toEqual([]);
  });

  it('have 6,362 verdicts in common', () => expect(cases.flatMap(verdictsOf)).toHaveLength(6362));
});

function namespacesOf({ cluster }: Case): Cluster['namespaces'] {
  return Object.fromEntries(cluster.namespaces.map(({ metadata }) => [metadata.name, metadata.labels]));
}

function verdictsOf({ cluster, probes }: Case): Verdict[] {
  const endpoints = cluster.pods.map(endpointOf);
  const all = probes.flatMap(({ expected, protocol, port }) =>
    endpoints.flatMap(from =>
      endpoints.map(to => ({ from, to, protocol, port, allowed: expected[nameOf(from)][nameOf(to)] })),
    ),
  );
  return all.filter(({ allowed }) => allowed !== 'ignored');
}

function nameOf({ pod }: Endpoint): string {
  return `${pod?.namespace}/${pod?.name}`;
}

function endpointOf({ metadata, spec, status }: ApiPod): Endpoint {
  const ports = spec.containers.flatMap(container => namedPorts(container.ports));
  const pod: Pod = { ...metadata, ips: status.podIPs.map(({ ip }) => ip), ports };
  return endpointsOf(pod)[0];
}
