import { Assumptions } from '../../model/assumptions';
import { ContainerPort, Labels, Workload } from '../../model/cluster';
import { IpBlock } from '../../model/ip-block';
import { isDualStack } from '../reach/pod-addresses';
import { coversPlan } from '../sets/address-plan';
import { AddressSet } from '../sets/address-set';

/** What is known of a pod at one end of a connection. */
export interface Knowledge {
  /** The ports that it declares; undefined: any. */
  readonly ports?: readonly ContainerPort[];
  /** Its labels, and no others; undefined: any. */
  readonly labels?: Labels;
  /** The labels of its namespace, its name among them, and no others; undefined: any. */
  readonly namespaceLabels?: Labels;
  /** Whether it is known to have addresses of both families. */
  readonly isDualStack?: boolean;
  /** Whether all of its addresses lie in a block. */
  readonly covers: (block: IpBlock) => 'yes' | 'no' | 'maybe';
}

/** A pod that could exist: its address lies somewhere in the plan. */
export function podThatCouldExist({ podCidrs, engine }: Assumptions): Knowledge {
  return { covers: block => (engine?.blocksCoverPods === 'never' ? 'no' : coversPlan(block, podCidrs)) };
}

/** A pod that is there. */
export function podThatIs(
  { addresses, labels, ports }: Workload,
  namespaceLabels: Labels,
  assumptions: Assumptions,
): Knowledge {
  const covers = (block: IpBlock) => {
    if (addresses.length === 0 || assumptions.engine?.blocksCoverPods === 'never') {
      return podThatCouldExist(assumptions).covers(block);
    }
    const inside = addresses.filter(address => AddressSet.ofBlock(block).has(address)).length;
    if (inside === 0) return 'no';
    return inside === addresses.length ? 'yes' : 'maybe';
  };
  return { ports, labels, namespaceLabels, covers, isDualStack: isDualStack({ addresses }) };
}
