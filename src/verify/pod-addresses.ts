import { Cidr } from '../model/cidr';
import { Assumptions } from '../model/engine';
import { Family } from '../model/ip-address';
import { IpBlock } from '../model/ip-block';
import { coversPlan } from './address-plan';
import { AddressRange, AddressSet } from './address-set';
import { EndpointSet } from './endpoint-set';
import { PodClass } from './pod-classes';

/** Endpoints that a peer matches, and those of which manifests alone cannot tell. */
export interface Match {
  readonly sure: EndpointSet;
  readonly maybe: EndpointSet;
  /** Why it cannot be told; undefined where `maybe` is empty. */
  readonly reason?: string;
}

interface KnownAddress {
  readonly value: bigint;
  readonly pod: number;
}

/** Which pods an `ipBlock` covers. */
export class PodAddresses {
  private readonly known: Readonly<Record<Family, readonly KnownAddress[]>>;
  private readonly addressCount: readonly number[];
  private readonly unknown: EndpointSet;
  private readonly unknownHosts: EndpointSet;
  private readonly podCidrs: readonly Cidr[];
  private readonly coversPods: boolean;

  constructor(classes: readonly PodClass[], { podCidrs, engine }: Assumptions) {
    const numbers = classes.map((_, pod) => pod);
    const addressesIn = (family: Family) =>
      classes.flatMap(([{ addresses }], pod) =>
        addresses.filter(each => each.family === family).map(({ value }) => ({ value, pod })),
      );
    this.known = { 4: sorted(addressesIn(4)), 6: sorted(addressesIn(6)) };
    this.addressCount = classes.map(([{ addresses }]) => addresses.length);
    const withoutAddress = numbers.filter(pod => this.addressCount[pod] === 0);
    this.unknown = EndpointSet.ofSorted(withoutAddress.filter(pod => !classes[pod][0].hostNetwork));
    this.unknownHosts = EndpointSet.ofSorted(withoutAddress.filter(pod => classes[pod][0].hostNetwork));
    this.podCidrs = podCidrs;
    this.coversPods = engine?.blocksCoverPods !== 'never';
  }

  /** The pods whose addresses lie in the block. */
  covered(block: IpBlock): Match {
    if (!this.coversPods) return { sure: EndpointSet.EMPTY, maybe: EndpointSet.EMPTY };
    const { sure, maybe } = this.coveredByAddress(AddressSet.ofBlock(block));
    const plan = coversPlan(block, this.podCidrs);
    const undecided = EndpointSet.union([
      maybe,
      this.unknownHosts,
      plan === 'maybe' ? this.unknown : EndpointSet.EMPTY,
    ]);
    return {
      sure: EndpointSet.union([sure, plan === 'yes' ? this.unknown : EndpointSet.EMPTY]),
      maybe: undecided,
      reason: undecided.size > 0 ? `whether ${block} covers the pod is not known: its addresses are not` : undefined,
    };
  }

  private coveredByAddress({ family, ranges }: AddressSet): { sure: EndpointSet; maybe: EndpointSet } {
    const hits = new Map<number, number>();
    for (const range of ranges) {
      for (const { pod } of inRange(this.known[family], range)) hits.set(pod, (hits.get(pod) ?? 0) + 1);
    }
    const pods = [...hits.keys()].sort((a, b) => a - b);
    return {
      sure: EndpointSet.ofSorted(pods.filter(pod => hits.get(pod) === this.addressCount[pod])),
      maybe: EndpointSet.ofSorted(pods.filter(pod => hits.get(pod) !== this.addressCount[pod])),
    };
  }
}

function sorted(addresses: KnownAddress[]): KnownAddress[] {
  return addresses.sort((a, b) => (a.value < b.value ? -1 : 1));
}

function inRange(addresses: readonly KnownAddress[], { first, last }: AddressRange): KnownAddress[] {
  const found: KnownAddress[] = [];
  for (let at = firstFrom(addresses, first); at < addresses.length && addresses[at].value <= last; at++) {
    found.push(addresses[at]);
  }
  return found;
}

function firstFrom(addresses: readonly KnownAddress[], value: bigint): number {
  let low = 0;
  let high = addresses.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (addresses[middle].value < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
