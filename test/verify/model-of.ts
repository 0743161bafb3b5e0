import { AdminPolicy, AdminRule } from '../../src/model/admin-policy';
import { Cidr } from '../../src/model/cidr';
import { Cluster, Workload } from '../../src/model/cluster';
import { formatIp, IpAddress, parseIp } from '../../src/model/ip-address';
import { IpBlock } from '../../src/model/ip-block';
import { LabelExpression, LabelOperator } from '../../src/model/label-expression';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere, PeerTerm } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { Protocol, PROTOCOLS } from '../../src/model/protocol';
import { UndecidablePeer } from '../../src/model/undecidable-peer';
import { expressionOf as sketchedExpression } from '../arbitraries/labels';
import { Labels, Pod } from '../oracle/cluster';
import {
  ClusterNetworkPolicy,
  PodsOrNamespaces,
  TierPeer,
  TierProtocol,
  TierRule,
} from '../oracle/cluster-network-policy';
import * as manifest from '../oracle/manifest';

/** A cluster as the oracle reads it: objects of the API. */
export interface ClusterSketch {
  readonly namespaces: Readonly<Record<string, Labels>>;
  readonly pods: readonly PodSketch[];
  readonly policies: readonly manifest.NetworkPolicy[];
  readonly clusterPolicies: readonly ClusterNetworkPolicy[];
}

export interface PodSketch extends Pod {
  /** `Pod`, or that of a controller: then it stands for several alike. */
  readonly kind: string;
}

/** The same cluster as the verifier reads it; workloads and policies in the same order. */
export function clusterOf({ namespaces, pods, policies, clusterPolicies }: ClusterSketch): Cluster {
  return {
    namespaces: Object.entries(namespaces).map(([name, labels]) => ({ name, labels })),
    workloads: pods.map(workloadOf),
    services: [],
    policies: policies.map(policyOf),
    adminPolicies: clusterPolicies.map(adminPolicyOf),
  };
}

export function workloadOf({ namespace, kind, name, labels, ips, ports, hostNetwork = false }: PodSketch): Workload {
  return {
    namespace,
    kind,
    name,
    labels,
    ports: ports.map(({ protocol, ...port }) => ({ ...port, protocol: protocolOf(protocol) })),
    addresses: ips.map(addressOf),
    hostNetwork,
  };
}

export function policyOf({ metadata, spec }: manifest.NetworkPolicy): Policy {
  const { ingress, egress, policyTypes, podSelector } = spec ?? {};
  const types = policyTypes?.length ? policyTypes : ['Ingress', ...(egress?.length ? ['Egress'] : [])];
  return {
    name: metadata?.name ?? '',
    namespace: metadata?.namespace ?? 'default',
    podSelector: selectorOf(podSelector),
    ingress: types.includes('Ingress') ? (ingress ?? []).map(rule => ruleOf(rule?.from, rule?.ports)) : undefined,
    egress: types.includes('Egress') ? (egress ?? []).map(rule => ruleOf(rule?.to, rule?.ports)) : undefined,
  };
}

export function adminPolicyOf({ metadata: { name }, spec }: ClusterNetworkPolicy): AdminPolicy {
  const { tier, priority, subject, ingress = [], egress = [] } = spec;
  return {
    kind: 'ClusterNetworkPolicy',
    name,
    tier,
    priority,
    subject: podsOf(subject),
    ingress: ingress.map(({ from, ...rule }) => adminRuleOf(rule, from)),
    egress: egress.map(({ to, ...rule }) => adminRuleOf(rule, to)),
  };
}

export function addressOf(ip: string): IpAddress {
  const address = parseIp(ip);
  if (address === undefined) throw new Error(`${ip} is no address`);
  return address;
}

export function protocolOf(name: string): Protocol {
  const protocol = PROTOCOLS.find(each => each === name);
  if (protocol === undefined) throw new Error(`there is no protocol ${name}`);
  return protocol;
}

type Peers = readonly (manifest.Peer | null)[] | null;
type Ports = readonly (manifest.Port | null)[] | null;

function ruleOf(peers: Peers | undefined, ports: Ports | undefined): Rule {
  return new Rule(
    peers?.length ? peers.map(peer => peerOf(peer ?? {})) : [Anywhere.INSTANCE],
    ports?.length ? ports.map(port => portOf(port ?? {})) : [Port.all()],
  );
}

export function peerOf({ ipBlock, podSelector, namespaceSelector }: manifest.Peer): PeerTerm {
  if (ipBlock) return blockOf(ipBlock.cidr ?? '', ipBlock.except ?? []);
  return Pods._of(selectorOf(podSelector), namespaceSelector ? selectorOf(namespaceSelector) : undefined);
}

export function portOf({ protocol, port, endPort }: manifest.Port): Port {
  const over = protocolOf(protocol ?? 'TCP');
  if (typeof port === 'string') return Port.named(port, over);
  return port === undefined || port === null
    ? Port._range(over, 1, 65535)
    : Port._written(over, port, endPort ?? undefined);
}

/** Upstream's tests have blocks with host bits, which Kubernetes ignores. */
export function blockOf(cidr: string, except: readonly (string | null)[] = []): IpBlock {
  return IpBlock._of(
    networkOf(cidr),
    except.map(hole => networkOf(hole ?? '')),
  );
}

function networkOf(cidr: string): string {
  const [address, length] = cidr.split('/');
  const { family, value } = addressOf(address);
  const rest = BigInt((family === 4 ? 32 : 128) - Number(length));
  return Cidr.of(`${formatIp({ family, value: (value >> rest) << rest })}/${length}`).block;
}

export function selectorOf(selector: manifest.LabelSelector | null | undefined): LabelSelector {
  const { matchLabels, matchExpressions } = selector ?? {};
  const labels = Object.fromEntries(Object.entries(matchLabels ?? {}).map(([key, value]) => [key, value ?? '']));
  const expressions = (matchExpressions ?? []).map(each => expressionOf(each ?? {}));
  if (Object.keys(labels).length > 0) return LabelSelector.labeled(labels, ...expressions);
  return expressions.length > 0 ? LabelSelector.matching(...expressions) : LabelSelector.everything();
}

function expressionOf({ key, operator, values }: manifest.LabelExpression): LabelExpression {
  const found = Object.values(LabelOperator).find(each => each === operator);
  if (found === undefined) throw new Error(`there is no operator ${operator}`);
  return sketchedExpression({ key: key ?? '', operator: found, values: (values ?? []).map(value => value ?? '') });
}

function adminRuleOf({ action, protocols }: TierRule, peers: readonly TierPeer[]): AdminRule {
  return { action, peers: peers.flatMap(tierPeerOf), ports: protocols?.flatMap(tierPortOf) ?? [Port.all()] };
}

function tierPeerOf(peer: TierPeer): PeerTerm[] {
  if (peer.networks) return peer.networks.map(cidr => blockOf(cidr));
  if (peer.nodes || peer.domainNames) return [new UndecidablePeer(JSON.stringify(peer))];
  return [podsOf(peer)];
}

function podsOf({ namespaces, pods }: PodsOrNamespaces): Pods {
  if (namespaces) return Pods._of(LabelSelector.everything(), selectorOf(namespaces));
  return Pods._of(selectorOf(pods?.podSelector), selectorOf(pods?.namespaceSelector));
}

/** A port's name says no protocol there: it is that of whichever port has the name. */
function tierPortOf({ tcp, udp, sctp, destinationNamedPort: name }: TierProtocol): Port[] {
  if (name !== undefined) return PROTOCOLS.map(protocol => Port.named(name, protocol));
  const { number, range } = (tcp ?? udp ?? sctp)?.destinationPort ?? {};
  const protocol = tcp ? Protocol.TCP : udp ? Protocol.UDP : Protocol.SCTP;
  if (range !== undefined) return [Port._range(protocol, range.start, range.end)];
  return [number === undefined ? Port._range(protocol, 1, 65535) : Port._range(protocol, number)];
}
