import { Family, IpAddress } from '../../model/ip-address';
import { AddressSet } from '../sets/address-set';
import { PortRange, PortSetId, PortSets } from '../sets/port-sets';

/** What a variable may be: a set closed under intersection and complement, in which nothing is approximate. */
export interface Domain {
  readonly isEmpty: boolean;
  intersect(other: this): this;
  complement(): this;
}

/** Whether everything of the one lies in the other. */
export function isWithin<D extends Domain>(inner: D, outer: D): boolean {
  return inner.intersect(outer.complement()).isEmpty;
}

/** One of a few words. */
export class Choice implements Domain {
  constructor(
    private readonly words: readonly string[],
    private readonly chosen: readonly string[],
  ) {}

  get isEmpty(): boolean {
    return this.chosen.length === 0;
  }

  intersect(other: this): this {
    return this.with(this.chosen.filter(word => other.chosen.includes(word)));
  }

  complement(): this {
    return this.with(this.words.filter(word => !this.chosen.includes(word)));
  }

  /** Each of all words by itself. */
  each(): Choice[] {
    return this.words.map(word => new Choice(this.words, [word]));
  }

  /** The first word that is left. */
  first(): string {
    return this.chosen[0];
  }

  private with(chosen: readonly string[]): this {
    return new Choice(this.words, chosen) as this;
  }
}

/** Ports of every protocol. */
export class PortDomain implements Domain {
  constructor(
    private readonly sets: PortSets,
    private readonly id: PortSetId,
  ) {}

  get isEmpty(): boolean {
    return this.id === PortSets.NONE;
  }

  intersect(other: this): this {
    return this.with(this.sets.intersect(this.id, other.id));
  }

  complement(): this {
    return this.with(this.sets.subtract(PortSets.ALL, this.id));
  }

  /** The first range of these ports. */
  first(): PortRange {
    return this.sets.ranges(this.id)[0];
  }

  private with(id: PortSetId): this {
    return new PortDomain(this.sets, id) as this;
  }
}

/** Addresses of both families. */
export class AddressDomain implements Domain {
  static readonly EVERY = new AddressDomain(AddressSet.everything(4), AddressSet.everything(6));

  /** The addresses of one set, and none of the other family. */
  static of(addresses: AddressSet): AddressDomain {
    const none = (family: Family) => AddressSet.ofRanges(family, []);
    return addresses.family === 4 ? new AddressDomain(addresses, none(6)) : new AddressDomain(none(4), addresses);
  }

  constructor(
    private readonly ipv4: AddressSet,
    private readonly ipv6: AddressSet,
  ) {}

  get isEmpty(): boolean {
    return this.ipv4.isEmpty && this.ipv6.isEmpty;
  }

  intersect(other: this): this {
    return new AddressDomain(this.ipv4.intersect(other.ipv4), this.ipv6.intersect(other.ipv6)) as this;
  }

  complement(): this {
    const [ipv4, ipv6] = [AddressSet.everything(4), AddressSet.everything(6)];
    return new AddressDomain(ipv4.subtract(this.ipv4), ipv6.subtract(this.ipv6)) as this;
  }

  /** The lowest address, IPv4 before IPv6. */
  first(): IpAddress {
    const { family, ranges } = this.ipv4.isEmpty ? this.ipv6 : this.ipv4;
    return { family, value: ranges[0].first };
  }
}
