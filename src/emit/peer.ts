import { IpBlock } from '../model/ip-block';
import { LabelSelector } from '../model/label-selector';
import { Anywhere, PeerTerm } from '../model/peer';
import { NAMESPACE_NAME_LABEL, Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { PeerManifest, SelectorManifest } from './manifest';
import { selectorManifest } from './selector';

/** A peer as it stands in a policy of this namespace; undefined for anywhere, which a rule says by leaving the list out. */
export function peerManifest(term: PeerTerm, policyNamespace: string | undefined): PeerManifest | undefined {
  if (term instanceof IpBlock) return ipBlockManifest(term);
  if (term instanceof Pods) return podsManifest(term, policyNamespace);
  if (term instanceof Anywhere) return undefined;
  throw new PolicyError({
    code: 'peer',
    value: term,
    problem: `${term} cannot be written`,
    fix: 'use Pods or IpBlock',
  });
}

function ipBlockManifest({ cidr, except }: IpBlock): PeerManifest {
  return {
    ipBlock: { cidr: cidr.block, ...(except.length > 0 && { except: except.map(({ block }) => block) }) },
  };
}

function podsManifest(pods: Pods, policyNamespace: string | undefined): PeerManifest {
  const podSelector = selectorManifest(pods.podSelector);
  const namespaceSelector =
    pods.namespace === policyNamespace && pods.namespaceSelector === undefined ? undefined : namespaceManifest(pods);
  if (namespaceSelector === undefined) return { podSelector };
  return pods.podSelector.selectsEverything ? { namespaceSelector } : { namespaceSelector, podSelector };
}

function namespaceManifest({ namespace, namespaceSelector }: Pods): SelectorManifest | undefined {
  if (namespace !== undefined) return { matchLabels: { [NAMESPACE_NAME_LABEL]: namespace } };
  return namespaceSelector && selectorManifest(namespaceSelector as LabelSelector);
}
