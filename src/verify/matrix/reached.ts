import { appendTo } from '../../model/append-to';
import { Workload } from '../../model/cluster';
import { Family } from '../../model/ip-address';
import { Ports } from '../reach/reach';
import { AddressClasses } from '../sets/address-classes';

/** One end of what a cluster allows: the pods of a workload, or addresses outside. */
export type ReachEnd = { readonly workload: Workload } | { readonly cidrs: readonly string[] };

/** The ports on which one end reaches another. */
export interface Reached extends Ports {
  readonly from: ReachEnd;
  readonly to: ReachEnd;
}

/** One end, and whom it reaches: worked out when it is asked for, since all together may be more than fits. */
export interface Source {
  readonly from: ReachEnd;
  readonly reached: () => Iterable<Reached>;
}

/** What is known to be reached, source by source. */
export function bySource(reached: Iterable<Reached>): Source[] {
  const sources = new Map<Workload | readonly string[], Reached[]>();
  for (const each of reached) appendTo(sources, 'workload' in each.from ? each.from.workload : each.from.cidrs, each);
  return [...sources.values()].map(own => ({ from: own[0].from, reached: () => own }));
}

/** Ports at a class of addresses. */
export type AtAddresses = readonly [addressClass: number, ports: Ports];

/** Addresses with the same ports together, in the fewest blocks, family by family. */
export function togetherByPorts(
  found: readonly AtAddresses[],
  addresses: AddressClasses,
): { cidrs: string[]; ports: Ports }[] {
  const groups = new Map<string, { classes: Set<number>; ports: Ports }>();
  for (const [addressClass, ports] of found) {
    const key = `${ports.allowed},${ports.unknown},${ports.reasons.join()}`;
    const group = groups.get(key) ?? { classes: new Set<number>(), ports };
    group.classes.add(addressClass);
    groups.set(key, group);
  }
  const families: Family[] = [4, 6];
  return [...groups.values()]
    .flatMap(({ classes, ports }) =>
      families.map(family => ({ cidrs: addresses.addressesOf(family, classes).cidrs(), ports })),
    )
    .filter(({ cidrs }) => cidrs.length > 0);
}
