import { distance } from 'fastest-levenshtein';
import { Cluster, Service, Workload } from '../../model/cluster';
import { NamedRef, refInWords } from '../../model/endpoint-ref';
import { Port } from '../../model/port';

/** What a name stands for: workloads, and the Service through which they were named. */
export interface Found {
  readonly workloads: readonly Workload[];
  readonly service?: Service;
}

/** A name that stands for nothing that was read, or for several things. */
export class UnknownEndpoint extends Error {
  constructor(
    readonly endpoint: string,
    problem: string,
  ) {
    super(`${endpoint}: ${problem}`);
    this.name = 'UnknownEndpoint';
  }
}

/** How many names a message offers. */
const OFFERED = 3;

/** Finds what a name stands for. @throws UnknownEndpoint with the nearest names */
export function findEndpoint(ref: NamedRef, cluster: Cluster): Found {
  if (ref.objectKind === 'Service') return findService(ref, cluster);
  const named = cluster.workloads.filter(({ namespace, name }) => namespace === ref.namespace && name === ref.name);
  const workloads = named.filter(({ kind }) => ref.objectKind === undefined || kind === ref.objectKind);
  const kinds = [...new Set(workloads.map(({ kind }) => kind))];
  if (kinds.length === 1) return { workloads };
  if (kinds.length === 0) throw notFound(ref, [...cluster.workloads.map(nameOf), ...cluster.services.map(serviceName)]);
  const choices = kinds.map(kind => `${ref.namespace}/${kind}/${ref.name}`);
  throw new UnknownEndpoint(refInWords(ref), `stands for several objects; say ${choices.join(' or ')}`);
}

/** `shop/frontend`. */
export function nameOf({ namespace, name }: { namespace: string; name: string }): string {
  return `${namespace}/${name}`;
}

function serviceName({ namespace, name }: Service): string {
  return `${namespace}/Service/${name}`;
}

/** The pods behind a Service. */
export function workloadsBehind({ namespace, selector }: Service, cluster: Cluster): Workload[] {
  if (selector === undefined) return [];
  return cluster.workloads.filter(workload => workload.namespace === namespace && selector.matches(workload.labels));
}

/** Ports of a Service as those of the pods behind it; those that it does not have lead nowhere. */
export function targetPorts({ ports }: Service, asked: readonly Port[]): Port[] {
  const answers = ({ protocol, first = 0, last = 0, name }: Port) =>
    ports.filter(port => {
      const sameProtocol = protocol === undefined || protocol === port.protocol;
      return sameProtocol && (name === undefined ? first <= port.port && port.port <= last : name === port.name);
    });
  return asked.flatMap(answers).map(({ targetPort, protocol }) => {
    return typeof targetPort === 'number' ? Port._range(protocol, targetPort) : Port.named(targetPort, protocol);
  });
}

function findService(ref: NamedRef, cluster: Cluster): Found {
  const service = cluster.services.find(({ namespace, name }) => namespace === ref.namespace && name === ref.name);
  if (service === undefined) throw notFound(ref, cluster.services.map(serviceName));
  const workloads = workloadsBehind(service, cluster);
  if (workloads.length > 0) return { workloads, service };
  throw new UnknownEndpoint(refInWords(ref), 'selects none of the pods that were read');
}

function notFound(ref: NamedRef, names: readonly string[]): UnknownEndpoint {
  const wanted = refInWords(ref);
  const ranked = [...new Set(names)].sort((a, b) => distance(wanted, a) - distance(wanted, b)).slice(0, OFFERED);
  return new UnknownEndpoint(
    wanted,
    ranked.length === 0 ? 'no workload was read' : `no such workload; the nearest are ${ranked.join(', ')}`,
  );
}
