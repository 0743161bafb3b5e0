import { Cidr } from '../../model/cidr';
import { IpBlock } from '../../model/ip-block';
import { AddressSet } from './address-set';

/** Whether a block holds all addresses that pods may have, none, or some. Only those of the block's family count. */
export function coversPlan(block: IpBlock, podCidrs: readonly Cidr[]): 'yes' | 'no' | 'maybe' {
  const addresses = AddressSet.ofBlock(block);
  const plan = AddressSet.ofCidrs(addresses.family, podCidrs);
  if (!addresses.meets(plan)) return 'no';
  return plan.isSubsetOf(addresses) ? 'yes' : 'maybe';
}
