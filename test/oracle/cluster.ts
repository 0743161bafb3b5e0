/** Labels of a pod or of a namespace. */
export type Labels = Readonly<Record<string, string>>;

/** A cluster, as far as NetworkPolicies can see it. */
export interface Cluster {
  /** Labels of each namespace, the one with its name included. */
  readonly namespaces: Readonly<Record<string, Labels>>;
  readonly pods: readonly Pod[];
}

export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  /** One, or one a family. */
  readonly ips: readonly string[];
  /** The ports that have a name. */
  readonly ports: readonly NamedPort[];
}

export interface NamedPort {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
}

/** One end of a connection: an address, and the pod that has it, if one has. */
export interface Endpoint {
  readonly ip: string;
  readonly pod?: Pod;
}

export interface Connection {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly protocol: string;
  /** At the destination. */
  readonly port: number;
}

/** The pod at each of its addresses. */
export function endpointsOf(pod: Pod): Endpoint[] {
  return pod.ips.map(ip => ({ ip, pod }));
}
