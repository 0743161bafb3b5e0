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
