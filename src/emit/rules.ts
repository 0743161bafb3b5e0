import { Rule } from '../model/policy';
import { Port } from '../model/port';
import { canonicalPorts } from '../model/port-set';
import { PeerManifest, PortManifest } from './manifest';
import { peerManifest } from './peer';

/** One rule in the API's form; a list that is undefined, and so left out, stands for everything. */
export interface RuleManifest {
  readonly peers: readonly PeerManifest[] | undefined;
  readonly ports: readonly PortManifest[] | undefined;
}

/** A peer, undefined for anywhere, with its text: what sorts it and tells it from others. */
interface KeyedPeer {
  readonly key: string;
  readonly peer: PeerManifest | undefined;
}

/**
 * Rules in one canonical form: each peer stands in one rule with all of its ports, peers with equal ports share a rule,
 * and everything has one order. Rules that allow the same peers the same ports give the same bytes.
 */
export function ruleManifests(rules: readonly Rule[], policyNamespace: string | undefined): RuleManifest[] {
  if (rules.length === 1 && rules[0].peers.length === 1) return [loneRule(rules[0], policyNamespace)];
  const portsOf = new Map<string, { peer: KeyedPeer; ports: Port[] }>();
  for (const { peers, ports } of rules) {
    for (const term of peers) {
      const peer = keyed(peerManifest(term, policyNamespace));
      const known = portsOf.get(peer.key);
      if (known === undefined) portsOf.set(peer.key, { peer, ports: [...ports] });
      else known.ports.push(...ports);
    }
  }
  return sharedRules([...portsOf.values()]);
}

/** Most policies have one rule a direction with one peer, and nothing to merge. */
function loneRule({ peers, ports }: Rule, policyNamespace: string | undefined): RuleManifest {
  const peer = peerManifest(peers[0], policyNamespace);
  return { peers: peer && [peer], ports: portManifests(ports) };
}

function keyed(peer: PeerManifest | undefined): KeyedPeer {
  return { key: JSON.stringify(peer) ?? '', peer };
}

function sharedRules(entries: readonly { peer: KeyedPeer; ports: Port[] }[]): RuleManifest[] {
  const rules = new Map<string, { ports: PortManifest[] | undefined; peers: KeyedPeer[] }>();
  for (const { peer, ports } of entries) {
    const manifests = portManifests(ports);
    const key = JSON.stringify(manifests) ?? '';
    const shared = rules.get(key);
    if (shared === undefined) rules.set(key, { ports: manifests, peers: [peer] });
    else shared.peers.push(peer);
  }
  const sorted = [...rules.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { ports, peers }]) => ({ peers: sortedPeers(peers), ports }));
}

/** Anywhere leaves nothing for the peers beside it to add. */
function sortedPeers(peers: KeyedPeer[]): PeerManifest[] | undefined {
  if (peers.some(({ peer }) => peer === undefined)) return undefined;
  return [...peers].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ peer }) => peer as PeerManifest);
}

/** Undefined for every port of every protocol. */
function portManifests(ports: readonly Port[]): PortManifest[] | undefined {
  const canonical = canonicalPorts(ports);
  return canonical[0].protocol === undefined ? undefined : canonical.map(portManifest);
}

function portManifest({ protocol, first, last, name, isWhole }: Port): PortManifest {
  if (isWhole) return { protocol: protocol as string };
  if (first === last) return { port: name ?? first, protocol: protocol as string };
  return { endPort: last, port: first, protocol: protocol as string };
}
