import { Cluster, Service, Workload } from '../../model/cluster';
import { NamedRef, refInWords } from '../../model/endpoint-ref';
import { allNear } from '../../model/nearest';
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

/** Finds what a name stands for. @throws UnknownEndpoint with the nearest names */
export function findEndpoint(ref: NamedRef, cluster: Cluster): Found {
  if (ref.objectKind === SERVICE) return findService(ref, cluster);
  const workloads = workloadsNamed(ref, cluster);
  const kinds = [...new Set(workloads.map(({ kind }) => kind))];
  if (kinds.length === 1) return { workloads };
  if (kinds.length === 0) throw notFound(ref, cluster);
  const choices = kinds.map(kind => `${ref.namespace}/${kind}/${ref.name}`);
  throw new UnknownEndpoint(refInWords(ref), `stands for several objects; say ${choices.join(' or ')}`);
}

/** Those of this name; otherwise the one that a pod of this name belongs to. */
function workloadsNamed({ namespace, name, objectKind }: NamedRef, { workloads }: Cluster): Workload[] {
  const near = workloads.filter(workload => workload.namespace === namespace);
  const named = near.filter(each => each.name === name && (objectKind ?? each.kind) === each.kind);
  if (named.length > 0 || (objectKind ?? 'Pod') !== 'Pod') return named;
  return near.filter(({ podNames }) => podNames?.includes(name));
}

/** `shop/frontend`, or `shop/Deployment/frontend` where several kinds have this name. */
export function clearNameOf(workload: Workload, { workloads }: Cluster): string {
  const name = nameOf(workload);
  const isClear = workloads.every(other => other.kind === workload.kind || nameOf(other) !== name);
  return isClear ? name : kindName(workload);
}

/** `shop/frontend`. */
export function nameOf({ namespace, name }: { namespace: string; name: string }): string {
  return `${namespace}/${name}`;
}

function kindName({ namespace, kind, name }: Pick<Workload, 'namespace' | 'kind' | 'name'>): string {
  return `${namespace}/${kind}/${name}`;
}

/** `shop/Service/api`. */
export function serviceName({ namespace, name }: Service): string {
  return kindName({ namespace, kind: SERVICE, name });
}

const SERVICE = 'Service';

/** The pods behind a Service. */
function workloadsBehind({ namespace, selector }: Service, cluster: Cluster): Workload[] {
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
  if (service === undefined) throw notFound(ref, cluster);
  const workloads = workloadsBehind(service, cluster);
  if (workloads.length > 0) return { workloads, service };
  throw new UnknownEndpoint(refInWords(ref), 'selects none of the pods that were read');
}

function notFound(ref: NamedRef, { workloads, services }: Cluster): UnknownEndpoint {
  const [kind, all] = ref.objectKind === SERVICE ? [SERVICE, services] : [ref.objectKind ?? 'workload', workloads];
  if (all.length === 0) return new UnknownEndpoint(refInWords(ref), `no ${kind} was read`);
  const nameOfKind = ref.objectKind === undefined ? nameOf : kindName;
  const names = [...workloads.map(nameOfKind).sort(), ...services.map(serviceName).sort()];
  return new UnknownEndpoint(refInWords(ref), `no such ${kind} was read${suggestion(ref, names)}`);
}

/** As many as are read at a glance. */
const MOST_NAMES = 3;

/** The nearest names, or what there is beside it. */
function suggestion(ref: NamedRef, names: readonly string[]): string {
  const near = [...new Set(meantBy(ref, names))].slice(0, MOST_NAMES);
  if (near.length > 0) return `; did you mean ${near.join(' or ')}?`;
  const beside = names.filter(name => name.startsWith(`${ref.namespace}/`));
  const more = beside.length > MOST_NAMES ? ` and ${beside.length - MOST_NAMES} more` : '';
  return beside.length === 0 ? '' : `; there is ${beside.slice(0, MOST_NAMES).join(', ')}${more}`;
}

/** The same name with another kind, those that are spelled almost like it, and the same in other namespaces. */
function meantBy(ref: NamedRef, names: readonly string[]): string[] {
  const alike = names.filter(name => name.endsWith(`/${ref.name}`));
  const here = alike.filter(name => name.startsWith(`${ref.namespace}/`));
  return [...here, ...allNear(refInWords(ref), names), ...alike];
}
