import { Cidr } from '../../model/cidr';
import { DEFAULT_POD_CIDRS, traitInWords } from '../../model/engine';
import { IpBlock } from '../../model/ip-block';
import { AddressSet } from '../../verify/address-set';
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
    return subject.rules.flatMap(placed =>
      placed.rule.peers.flatMap(peer => {
        const pods = peer instanceof IpBlock ? whomItMeans(peer, subject) : undefined;
        if (pods === undefined) return [];
        const message = `${engine.name} ${traitInWords(engine, 'blocksCoverPods')}, and ${peer} has addresses of ${pods}`;
        return [claimAbout(placed.policy, { path: peerPath(placed, peer), message })];
      }),
    );
  },
};

/** Whose addresses a block is about; undefined where it may well be about others. */
function whomItMeans(block: IpBlock, subject: LintSubject): string | undefined {
  const addresses = AddressSet.ofBlock(block);
  const { podCidrs } = subject.assumptions;
  if (podCidrs !== DEFAULT_POD_CIDRS && isInside(addresses, podCidrs)) return 'pods alone';
  if (AddressSet.everything(addresses.family).isSubsetOf(addresses)) return undefined;
  const { workloads } = subject.cluster;
  const covered = workloads.filter(pod => pod.addresses.some(address => addresses.has(address)));
  return covered.length === 0 ? undefined : podsInWords(covered);
}

function isInside(addresses: AddressSet, podCidrs: readonly Cidr[]): boolean {
  return addresses.isSubsetOf(AddressSet.ofCidrs(addresses.family, podCidrs));
}
