import { Workload } from '../../src/model/cluster';
import { Reached, ReachEnd } from '../../src/verify/matrix/reached';
import { Ports, Reach } from '../../src/verify/reach/reach';
import { AddressSet } from '../../src/verify/sets/address-set';
import { PortSetId, PortSets } from '../../src/verify/sets/port-sets';
import { addressOf, blockOf } from './model-of';
import { ADDRESSES } from './pools';

// Answers as text by "from -> to", so that those of different reaches can be compared.

export type Answers = ReadonlyMap<string, string>;

/** The ports of a connection as text; empty where it is denied. */
export function portsInWords(portSets: PortSets, { allowed, unknown }: Pick<Ports, 'allowed' | 'unknown'>): string {
  const words = (id: PortSetId) =>
    portSets.ranges(id).map(({ protocol, first, last }) => `${protocol} ${first}-${last}`);
  return [...words(allowed), ...(unknown === PortSets.NONE ? [] : ['unknown', ...words(unknown)])].join(' ');
}

/** `a/Pod/web`. */
export function nameOf({ namespace, kind, name }: Workload): string {
  return `${namespace}/${kind}/${name}`;
}

/** Asked pair by pair: pods, and one address in each part of the address space; only what is not denied. */
export function pairwise(reach: Reach): Answers {
  const { endpoints, cluster, portSets } = reach;
  const pods = cluster.workloads.map(each => [nameOf(each), endpoints.pods.numberOf(each)] as const);
  const addresses = ADDRESSES.map(ip => [ip, endpoints.podCount + endpoints.addresses.classOf(addressOf(ip))] as const);
  const answers = new Map<string, string>();
  for (const [source, from] of [...pods, ...addresses]) {
    for (const [destination, to] of [...pods, ...addresses]) {
      const isOutside = from >= endpoints.podCount && to >= endpoints.podCount;
      if (isOutside || (source === destination && source.includes('/Pod/'))) continue;
      const words = portsInWords(portSets, reach.between(from, to));
      if (words !== '') answers.set(`${source} -> ${destination}`, words);
    }
  }
  return answers;
}

/** A list of what is reached, in the same terms; an answer that is given twice stands there twice. */
export function listed(reached: Iterable<Reached>, portSets: PortSets): Answers {
  const answers = new Map<string, string>();
  for (const { from, to, ...ports } of reached) {
    for (const source of namesAt(from)) {
      for (const destination of namesAt(to)) {
        const key = `${source} -> ${destination}`;
        const words = portsInWords(portSets, ports);
        answers.set(key, answers.has(key) ? `${answers.get(key)} and ${words}` : words);
      }
    }
  }
  return answers;
}

/** The names of all that is at an end. */
export function namesAt(end: ReachEnd): string[] {
  if ('workload' in end) return [nameOf(end.workload)];
  return ADDRESSES.filter(ip => end.cidrs.some(cidr => AddressSet.ofBlock(blockOf(cidr)).has(addressOf(ip))));
}
