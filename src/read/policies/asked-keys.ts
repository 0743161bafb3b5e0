import { Cluster } from '../../model/cluster';
import { LabelSelector } from '../../model/label-selector';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';

/** The keys of the labels of pods that any selector asks about. */
export function keysAskedBy({
  policies,
  adminPolicies,
  services,
}: Pick<Cluster, 'policies' | 'adminPolicies' | 'services'>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { selector } of services) if (selector !== undefined) addKeys(selector, keys);
  for (const { podSelector, ingress = [], egress = [] } of policies) {
    addKeys(podSelector, keys);
    for (const { peers } of ingress) addKeysOfPeers(peers, keys);
    for (const { peers } of egress) addKeysOfPeers(peers, keys);
  }
  for (const { subject, ingress, egress } of adminPolicies) {
    addKeys(subject.podSelector, keys);
    for (const { peers } of [...ingress, ...egress]) addKeysOfPeers(peers, keys);
  }
  return keys;
}

function addKeys({ matchLabels, matchExpressions }: LabelSelector, keys: Set<string>): void {
  for (const key of Object.keys(matchLabels)) keys.add(key);
  for (const { key } of matchExpressions) keys.add(key);
}

function addKeysOfPeers(peers: readonly PeerTerm[], keys: Set<string>): void {
  for (const peer of peers) if (peer instanceof Pods) addKeys(peer.podSelector, keys);
}
