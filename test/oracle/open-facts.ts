import { block, Block, contains } from '../address/block';
import { Connection, Endpoint, Pod } from './cluster';
import { Choose, Doubts } from './doubts';
import { IpBlock } from './manifest';
import { isInBlock } from './rule';

/**
 * What manifests leave open, as `netpol` says that it reads them:
 *
 * - a pod whose addresses are known is covered by a block that contains them all, and is not by one that contains none;
 * - a pod whose address is not known is covered by a block that contains the whole address plan of its family, and is not
 *   by one apart from it;
 * - every other block may or may not cover the pod, each by itself;
 * - policies may or may not take a pod on the host network for a pod, and it may run on the destination's node.
 */
export class OpenFacts implements Doubts {
  /** @param plan blocks in which pods have their addresses if they say none */
  constructor(
    private readonly plan: readonly string[],
    private readonly choose: Choose,
  ) {}

  covers(ipBlock: IpBlock, end: Endpoint): boolean {
    const cover = coverOf(ipBlock, end, this.plan);
    if (cover !== 'maybe') return cover === 'yes';
    const { cidr, except } = ipBlock;
    return this.choose(`${cidr} ${except ?? ''} covers ${end.pod?.namespace}/${end.pod?.name}`);
  }

  isSeen(pod: Pod, as: 'subject' | 'peer'): boolean {
    return this.choose(`${pod.namespace}/${pod.name} is a ${as}`);
  }

  isOwnNode({ from, to }: Connection): boolean {
    return from.pod?.hostNetwork === true && this.choose(`${from.pod.name} is on the node of ${to.pod?.name}`);
  }
}

/** Whether a block covers an end. */
export function coverOf(ipBlock: IpBlock, { ip, pod }: Endpoint, plan: readonly string[]): 'yes' | 'no' | 'maybe' {
  if (pod === undefined) return isInBlock(ipBlock, ip) ? 'yes' : 'no';
  if (pod.ips.length > 0) {
    const inside = pod.ips.filter(address => isInBlock(ipBlock, address)).length;
    if (inside === 0) return 'no';
    return inside === pod.ips.length ? 'yes' : 'maybe';
  }
  return pod.hostNetwork ? 'maybe' : coverOfPlan(ipBlock, plan);
}

function coverOfPlan({ cidr, except }: IpBlock, plan: readonly string[]): 'yes' | 'no' | 'maybe' {
  const whole = block(cidr ?? '');
  const holes = (except ?? []).map(hole => block(hole ?? ''));
  const own = plan.map(block).filter(({ width }) => width === whole.width);
  const meets = (one: Block) => (contains(whole, one) ? [one] : contains(one, whole) ? [whole] : []);
  if (own.flatMap(meets).every(part => isFilled(part, holes))) return 'no';
  const isInside = (one: Block) =>
    contains(whole, one) && !holes.some(hole => contains(one, hole) || contains(hole, one));
  return own.every(isInside) ? 'yes' : 'maybe';
}

/** Whether a block has no address outside of these holes. */
function isFilled(part: Block, holes: readonly Block[]): boolean {
  if (holes.some(hole => contains(hole, part))) return true;
  if (!holes.some(hole => contains(part, hole))) return false;
  return ['0', '1'].every(bit => isFilled({ ...part, prefix: part.prefix + bit }, holes));
}
