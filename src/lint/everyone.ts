import { Family } from '../model/ip-address';
import { IpBlock } from '../model/ip-block';
import { Anywhere, PeerTerm } from '../model/peer';
import { Rule } from '../model/policy';
import { AddressSet } from '../verify/sets/address-set';
import { PortSets } from '../verify/sets/port-sets';
import { LintSubject } from './lint-subject';

/** Whom a rule opens every port to, where that is everyone, or every address of a family; empty-peer-list has the empty. */
export function everyoneOf({ peers, ports, hasEmptyPeerList }: Rule, { reach }: LintSubject): string | undefined {
  if (hasEmptyPeerList || reach.portSets.of(ports) !== PortSets.ALL) return undefined;
  if (peers.some(peer => peer instanceof Anywhere)) return 'everyone';
  const families: Family[] = [4, 6];
  const whole = families.filter(family => AddressSet.everything(family).isSubsetOf(addressesOf(peers, family)));
  return whole.length === 0 ? undefined : `every ${whole.map(family => `IPv${family}`).join(' and ')} address`;
}

function addressesOf(peers: readonly PeerTerm[], family: Family): AddressSet {
  const blocks = peers.filter((peer): peer is IpBlock => peer instanceof IpBlock);
  const own = blocks.filter(({ cidr }) => cidr._family === family);
  return AddressSet.ofRanges(
    family,
    own.flatMap(block => AddressSet.ofBlock(block).ranges),
  );
}
