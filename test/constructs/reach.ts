import { Endpoint, endpointsOf } from '../oracle/cluster';
import { NetworkPolicy } from '../oracle/manifest';
import { Direction, Oracle } from '../oracle/oracle';
import { OUTSIDE, SAMPLE_CLUSTER } from './sample-cluster';

/** The ports that are tried: those of the tests, with every protocol. */
const PORTS = [53, 80, 443, 3000, 4143, 4317, 5353, 5432, 6443, 8080, 9090, 9443, 15008, 15012];

const PROBES = PORTS.flatMap(port => ['UDP', 'TCP', 'SCTP'].map(protocol => ({ protocol, port })));

/** Who reaches whom in the sample cluster, asked from one pod; the pod itself is left out. */
export class Reach {
  private readonly oracle: Oracle;

  constructor(policies: readonly NetworkPolicy[]) {
    this.oracle = new Oracle(SAMPLE_CLUSTER, policies);
  }

  /** Whom a pod reaches, each with its ports: `kube-system/coredns UDP 53, TCP 53`. */
  from(pod: string): string[] {
    return this.list('Egress', pod);
  }

  /** Who reaches a pod, each with the ports at which it does. */
  to(pod: string): string[] {
    return this.list('Ingress', pod);
  }

  /** The pods that are isolated for a direction. */
  isolated(direction: Direction): string[] {
    const isolated = SAMPLE_CLUSTER.pods.filter(pod => this.oracle.isIsolated(pod, direction));
    return isolated.map(({ namespace, name }) => `${namespace}/${name}`);
  }

  private list(direction: Direction, pod: string): string[] {
    const own = ENDPOINTS.filter(endpoint => nameOf(endpoint) === pod);
    const others = ENDPOINTS.filter(endpoint => nameOf(endpoint) !== pod);
    if (own.length === 0) throw new Error(`there is no pod ${pod}`);
    const lines = own.flatMap(one =>
      others.filter(other => isSameFamily(one, other)).map(other => this.line(direction, one, other)),
    );
    return [...new Set(lines.filter(line => line !== undefined))];
  }

  private line(direction: Direction, own: Endpoint, other: Endpoint): string | undefined {
    const [from, to] = direction === 'Egress' ? [own, other] : [other, own];
    const ports = PROBES.filter(probe => this.oracle.isAllowed({ from, to, ...probe }));
    if (ports.length === 0) return undefined;
    const words = ports.map(({ protocol, port }) => `${protocol} ${port}`);
    return `${nameOf(other)} ${ports.length === PROBES.length ? 'everything' : words.join(', ')}`;
  }
}

const ENDPOINTS = [...SAMPLE_CLUSTER.pods.flatMap(endpointsOf), ...OUTSIDE];

function nameOf({ pod, ip }: Endpoint): string {
  return pod === undefined ? ip : `${pod.namespace}/${pod.name}`;
}

function isSameFamily(a: Endpoint, b: Endpoint): boolean {
  return a.ip.includes(':') === b.ip.includes(':');
}
