import { DEFAULT_POD_CIDRS } from '../../model/assumptions';
import { Cidr } from '../../model/cidr';
import { traitInWords } from '../../model/engine';
import { IpBlock } from '../../model/ip-block';
import { AddressSet } from '../../verify/sets/address-set';
import { claimAbout, podsInWords } from '../claim';
import { LintRule } from '../lint-rule';
import { LintSubject, peerPath } from '../lint-subject';

export const blockNeverCoversPods: LintRule = {
  id: 'block-never-covers-pods',
  severity: 'warning',
  summary: 'On this engine, an ipBlock of the addresses of pods or nodes matches none of them.',
  why: 'Cilium, GKE Dataplane V2 and Azure CNI powered by Cilium compare blocks with addresses outside the cluster only.',
  fix: 'Name pods by podSelector and namespaceSelector. For nodes, use a policy of the engine.',
  needsEngine: true,
  check: subject => {
    const { engine } = subject;
    if (engine?.blocksCoverPods !== 'never') return [];
    const meant = new MeantByBlocks(subject);
    return subject.rules.flatMap(placed =>
      placed.rule.peers.flatMap(peer => {
        const pods = peer instanceof IpBlock ? meant.by(peer) : undefined;
        if (pods === undefined) return [];
        const message = `${engine.name} ${traitInWords(engine, 'blocksCoverPods')}, and ${peer} has addresses of ${pods}`;
        return [claimAbout(placed.policy, { path: peerPath(placed, peer), message })];
      }),
    );
  },
};

/** Whose addresses blocks are about; many rules name the same few. */
class MeantByBlocks {
  private readonly known = new Map<string, string | undefined>();

  constructor(private readonly subject: LintSubject) {}

  /** The pods in words; undefined where a block may well be about others. */
  by(block: IpBlock): string | undefined {
    const key = String(block);
    if (!this.known.has(key)) this.known.set(key, this.work(block));
    return this.known.get(key);
  }

  private work(block: IpBlock): string | undefined {
    const addresses = AddressSet.ofBlock(block);
    const { podCidrs } = this.subject.assumptions;
    if (podCidrs !== DEFAULT_POD_CIDRS && isInside(addresses, podCidrs)) return 'pods alone';
    if (AddressSet.everything(addresses.family).isSubsetOf(addresses)) return undefined;
    const { sure, maybe } = this.subject.reach.endpoints.match(block);
    const covered = this.subject.podsAt([...sure.ids, ...maybe.ids]).filter(pod => pod.addresses.length > 0);
    return covered.length === 0 ? undefined : podsInWords(covered);
  }
}

function isInside(addresses: AddressSet, podCidrs: readonly Cidr[]): boolean {
  return addresses.isSubsetOf(AddressSet.ofCidrs(addresses.family, podCidrs));
}
