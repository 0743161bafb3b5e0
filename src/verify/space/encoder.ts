import { AdminPolicy } from '../../model/admin-policy';
import { EngineTraits } from '../../model/engine';
import { IpBlock } from '../../model/ip-block';
import { LabelSelector } from '../../model/label-selector';
import { labelSpaceOf, namespaceSelectorOf } from '../../model/label-space';
import { Anywhere, PeerTerm } from '../../model/peer';
import { NAMESPACE_NAME_LABEL, Pods } from '../../model/pods';
import { Policy } from '../../model/policy';
import { adminEnforcement } from '../reach/enforcement';
import { withItsFamily } from '../reach/pod-addresses';
import { AddressSet } from '../sets/address-set';
import { Alternatives, isKind, Side, yes } from './atoms';
import { AddressDomain } from './domain';
import { doubt } from './doubts';
import { Knowledge } from './knowledge';
import { PortEncoder } from './port-encoder';
import { Atom } from './solver';

/** Says in atoms what selectors, blocks and ports match, for pods and addresses that nobody has named yet. */
export class Encoder {
  readonly ports: PortEncoder;

  constructor(
    private readonly known: Readonly<Record<Side, Knowledge>>,
    private readonly engine?: EngineTraits,
  ) {
    this.ports = new PortEncoder(known.to, engine);
  }

  /** That a side is one of these pods. @param ownNamespace of the policy, for pods that say none */
  pods(side: Side, pods: Pods, ownNamespace?: string): Atom[] {
    const placed = pods._isOpen && ownNamespace !== undefined ? pods.inNamespace(ownNamespace) : pods;
    return [
      isKind(side, 'pod'),
      ...labelAtoms(`${side} namespace`, namespaceSelectorOf(placed)),
      ...labelAtoms(`${side} label`, pods.podSelector),
    ];
  }

  /** Whether a policy can be about a side; of a pod that is known, most are not. */
  canSelect(side: Side, { podSelector, namespace }: Policy): boolean {
    const { labels, namespaceLabels } = this.known[side];
    if (namespaceLabels !== undefined && namespaceLabels[NAMESPACE_NAME_LABEL] !== namespace) return false;
    return labels === undefined || podSelector.matches(labels);
  }

  /** That a side is what an entry of a rule names. */
  peer(side: Side, peer: PeerTerm, ownNamespace?: string): Alternatives {
    if (peer instanceof Pods) return [this.pods(side, peer, ownNamespace)];
    if (peer instanceof IpBlock) return this.block(side, peer);
    if (peer instanceof Anywhere) return [[]];
    return [[isKind(side, 'outside'), yes(coverDoubt(side, String(peer)))]];
  }

  /** That an administrator's policy is in force, where that is in doubt. */
  enforced(policy: AdminPolicy): Atom[] {
    if (adminEnforcement(this.engine, policy) !== 'unknown') return [];
    return [yes(doubt('engine', `whether ${this.engine?.name} enforces ${policy.kind}`))];
  }

  private block(side: Side, block: IpBlock): Alternatives {
    const addresses = { variable: `${side} address`, domain: AddressDomain.of(AddressSet.ofBlock(block)) };
    const outside = [isKind(side, 'outside'), addresses];
    const { covers, isDualStack } = this.known[side];
    const cover = covers(block);
    if (cover === 'no') return [outside];
    const inWords = isDualStack ? withItsFamily(block) : String(block);
    return [outside, [isKind(side, 'pod'), ...(cover === 'yes' ? [] : [yes(coverDoubt(side, inWords))])]];
  }
}

function coverDoubt(side: Side, peer: string): string {
  return doubt(side, `whether ${peer} covers the ${side === 'from' ? 'source' : 'destination'}`);
}

function labelAtoms(prefix: string, selector: LabelSelector | undefined): Atom[] {
  if (selector === undefined) return [];
  return [...labelSpaceOf(selector)].map(([key, values]) => ({ variable: `${prefix} ${key}`, domain: values }));
}
