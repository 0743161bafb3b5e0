import { conformanceCases, describeShared } from '../shared';
import { Cluster, Endpoint, Labels } from './cluster';
import { ContainerPort, namedPorts } from './container-port';
import { NetworkPolicy } from './manifest';
import { Oracle } from './oracle';

interface Recipe {
  readonly id: string;
  readonly namespaces: Cluster['namespaces'];
  readonly pods: Readonly<Record<string, RecipePod>>;
  readonly policies: readonly NetworkPolicy[];
  /** An end is a pod's name, or `ip:` and an address. */
  readonly probes: readonly { src: string; dst: string; protocol: string; port: number; allowed: boolean }[];
}

interface RecipePod {
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
}

describeShared('the oracle and the NetworkPolicy recipes', shared => {
  const recipes = conformanceCases<Recipe>(shared, 'network-policy-recipes');

  it('have 35 outcomes in common', () => {
    expect(recipes.flatMap(({ probes }) => probes)).toHaveLength(35);
  });

  it('agree, but for an outcome in recipe-14 that contradicts the YAML beside it', () => {
    // The text says that foo reaches web; the policy allows foo nothing but DNS.
    expect(recipes.flatMap(differences)).toEqual(['recipe-14: foo to web on TCP 80']);
  });
});

function differences({ id, namespaces, pods, policies, probes }: Recipe): string[] {
  const oracle = new Oracle({ namespaces }, policies);
  const endpoints = new Map(Object.entries(pods).map(([name, pod], index) => [name, endpointOf(name, pod, index)]));
  const find = (name: string): Endpoint => endpoints.get(name) ?? { ip: name.replace('ip:', '') };
  return probes
    .filter(
      ({ src, dst, allowed, ...over }) => oracle.isAllowed({ from: find(src), to: find(dst), ...over }) !== allowed,
    )
    .map(({ src, dst, protocol, port }) => `${id}: ${src} to ${dst} on ${protocol} ${port}`);
}

function endpointOf(name: string, { namespace, labels, ports }: RecipePod, index: number): Endpoint {
  const ip = `10.0.0.${index + 1}`;
  return { ip, pod: { namespace, name, labels, ips: [ip], ports: namedPorts(ports) } };
}
