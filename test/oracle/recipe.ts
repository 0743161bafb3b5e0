import { Cluster, Endpoint, Labels } from './cluster';
import { ContainerPort, namedPorts } from './container-port';
import { NetworkPolicy } from './manifest';
import { Oracle } from './oracle';

/** A recipe with the questions that its text answers. */
export interface Recipe {
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

/** The questions that the recipe's policies answer otherwise than its text. */
export function differences({ id, namespaces, pods, policies, probes }: Recipe): string[] {
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
