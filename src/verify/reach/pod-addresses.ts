import { Assumptions } from '../../model/assumptions';
import { Cidr } from '../../model/cidr';
import { Workload } from '../../model/cluster';
import { Family } from '../../model/ip-address';
import { IpBlock } from '../../model/ip-block';
import { coversPlan } from '../sets/address-plan';
import { AddressRange, AddressSet } from '../sets/address-set';
import { EndpointSet, joined } from '../sets/endpoint-set';
import { PodClass } from './pod-classes';

/** Endpoints that a peer matches, and those of which manifests alone cannot tell. */
export interface Match {
  readonly sure: EndpointSet;
  readonly maybe: EndpointSet;
  /** Why it cannot be told; undefined where `maybe` is empty. */
  readonly reason?: string;
}

/** Addresses of one family in ascending order, and beside each the pod that has it. */
interface KnownAddresses {
  readonly values: readonly bigint[];
  readonly pods: Int32Array;
}

/** Which pods an `ipBlock` covers. */
export class PodAddresses {
  private readonly known: Readonly<Record<Family, KnownAddresses>>;
  private readonly addressCount: readonly number[];
  private readonly dualStack: EndpointSet;
  private readonly unknown: EndpointSet;
  private readonly unknownHosts: EndpointSet;
  private readonly podCidrs: readonly Cidr[];
  private readonly coversPods: boolean;

  constructor(classes: readonly PodClass[], { podCidrs, engine }: Assumptions) {
    const numbers = classes.map((_, pod) => pod);
    this.known = { 4: knownAddresses(classes, 4), 6: knownAddresses(classes, 6) };
    this.addressCount = classes.map(([{ addresses }]) => addresses.length);
    this.dualStack = EndpointSet.ofSorted(numbers.filter(pod => isDualStack(classes[pod][0])));
    const withoutAddress = numbers.filter(pod => this.addressCount[pod] === 0);
    this.unknown = EndpointSet.ofSorted(withoutAddress.filter(pod => !classes[pod][0].hostNetwork));
    this.unknownHosts = EndpointSet.ofSorted(withoutAddress.filter(pod => classes[pod][0].hostNetwork));
    this.podCidrs = podCidrs;
    this.coversPods = engine?.blocksCoverPods !== 'never';
  }

  /** The pods whose addresses lie in the block, all of them: it leaves the other family of a pod that has both. */
  covered(block: IpBlock): Match {
    if (!this.coversPods) return { sure: EndpointSet.EMPTY, maybe: EndpointSet.EMPTY };
    const { sure, maybe } = this.coveredByAddress(AddressSet.ofBlock(block));
    const plan = this.unknown.size === 0 ? 'no' : coversPlan(block, this.podCidrs);
    const undecided = EndpointSet.union([
      maybe,
      this.unknownHosts,
      plan === 'maybe' ? this.unknown : EndpointSet.EMPTY,
    ]);
    return {
      sure: EndpointSet.union([sure, plan === 'yes' ? this.unknown : EndpointSet.EMPTY]),
      maybe: undecided,
      reason: undecided.size === 0 ? undefined : this.reason(block, undecided),
    };
  }

  private reason(block: IpBlock, undecided: EndpointSet): string {
    const words = undecided.meets(this.dualStack) ? withItsFamily(block) : String(block);
    return `whether ${words} covers the pod depends on the address that it uses, which is not known`;
  }

  private coveredByAddress({ family, ranges }: AddressSet): { sure: EndpointSet; maybe: EndpointSet } {
    const hits = joined(ranges.map(range => podsIn(this.known[family], range))).sort();
    const maybe: number[] = [];
    let size = 0;
    for (let at = 0, next = 0; at < hits.length; at = next) {
      while (hits[next] === hits[at]) next++;
      if (next - at === this.addressCount[hits[at]]) hits[size++] = hits[at];
      else maybe.push(hits[at]);
    }
    return { sure: EndpointSet.ofSorted(hits.subarray(0, size)), maybe: EndpointSet.ofSorted(maybe) };
  }
}

/** Whether a pod has addresses of both families. */
export function isDualStack({ addresses }: Pick<Workload, 'addresses'>): boolean {
  return addresses.some(({ family }) => family !== addresses[0].family);
}

/** A block in words that say why it is not all of a pod that has both families. */
export function withItsFamily(block: IpBlock): string {
  return `${block}, which has IPv${block.cidr._family} addresses alone,`;
}

function knownAddresses(classes: readonly PodClass[], family: Family): KnownAddresses {
  const known: { readonly value: bigint; readonly pod: number }[] = [];
  for (let pod = 0; pod < classes.length; pod++) {
    for (const address of classes[pod][0].addresses) {
      if (address.family === family) known.push({ value: address.value, pod });
    }
  }
  known.sort((a, b) => (a.value < b.value ? -1 : 1));
  return { values: known.map(({ value }) => value), pods: new Int32Array(known.map(({ pod }) => pod)) };
}

function podsIn({ values, pods }: KnownAddresses, { first, last }: AddressRange): Int32Array {
  return pods.subarray(firstFrom(values, first), firstFrom(values, last + 1n));
}

/** Index of the first value that is not smaller. */
function firstFrom(values: readonly bigint[], value: bigint): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
