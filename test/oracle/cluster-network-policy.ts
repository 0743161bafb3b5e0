import { Connection, Endpoint, Labels, Pod } from './cluster';
import { Choose, Doubts } from './doubts';
import { LabelSelector } from './manifest';
import { Direction } from './oracle';
import { isInBlock } from './rule';
import { selects } from './selector';

/** `policy.networking.k8s.io/v1alpha2` ClusterNetworkPolicy. */
export interface ClusterNetworkPolicy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly tier: 'Admin' | 'Baseline';
    readonly priority: number;
    readonly subject: PodsOrNamespaces;
    readonly ingress?: readonly (TierRule & { readonly from: readonly TierPeer[] })[];
    readonly egress?: readonly (TierRule & { readonly to: readonly TierPeer[] })[];
  };
}

export type TierAction = 'Accept' | 'Deny' | 'Pass';

export interface TierRule {
  readonly action: TierAction;
  readonly protocols?: readonly TierProtocol[];
}

/** Exactly one of these. */
export interface TierProtocol {
  readonly tcp?: TierPort;
  readonly udp?: TierPort;
  readonly sctp?: TierPort;
  readonly destinationNamedPort?: string;
}

export interface TierPort {
  readonly destinationPort?: {
    readonly number?: number;
    readonly range?: { readonly start: number; readonly end: number };
  };
}

/** Exactly one of these. */
export interface PodsOrNamespaces {
  readonly namespaces?: LabelSelector;
  readonly pods?: { readonly namespaceSelector?: LabelSelector; readonly podSelector?: LabelSelector };
}

/** Exactly one of these. */
export interface TierPeer extends PodsOrNamespaces {
  readonly networks?: readonly string[];
  readonly nodes?: LabelSelector;
  readonly domainNames?: readonly string[];
}

/**
 * Says what ClusterNetworkPolicies of a tier decide, from the text of their CustomResourceDefinition alone.
 *
 * @see https://github.com/kubernetes-sigs/network-policy-api/blob/v0.2.0/apis/v1alpha2/clusternetworkpolicy_types.go
 */
export class TierOracle {
  constructor(
    private readonly namespaces: Readonly<Record<string, Labels>>,
    private readonly policies: readonly ClusterNetworkPolicy[],
    private readonly open: { readonly doubts?: Doubts; readonly choose: Choose },
  ) {}

  /** What a tier decides at one end; undefined where no rule of it matches. */
  decide(tier: 'Admin' | 'Baseline', direction: Direction, connection: Connection): TierAction | undefined {
    const subject = direction === 'Egress' ? connection.from.pod : connection.to.pod;
    if (subject === undefined || subject.hostNetwork) return undefined;
    const mine = this.policies.filter(({ spec }) => spec.tier === tier && this.isOneOf(spec.subject, subject));
    for (const priority of [...new Set(mine.map(({ spec }) => spec.priority))].sort((a, b) => a - b)) {
      const decided = mine
        .filter(({ spec }) => spec.priority === priority)
        .flatMap(policy => {
          const action = this.firstMatch(policy, direction, connection);
          return action === undefined ? [] : [{ policy, action }];
        });
      if (decided.length > 0) return this.anyOf(decided, direction);
    }
    return undefined;
  }

  /** Of several policies of one priority, an implementation may apply any. */
  private anyOf(
    decided: readonly { policy: ClusterNetworkPolicy; action: TierAction }[],
    direction: Direction,
  ): TierAction {
    const [first, ...others] = decided;
    const isSettled = others.every(({ action }) => action === first.action);
    return isSettled || this.open.choose(`${direction} is up to ${first.policy.metadata.name}`)
      ? first.action
      : this.anyOf(others, direction);
  }

  private firstMatch(
    { spec }: ClusterNetworkPolicy,
    direction: Direction,
    connection: Connection,
  ): TierAction | undefined {
    const rules =
      direction === 'Ingress'
        ? (spec.ingress ?? []).map(({ from, ...rule }) => ({ ...rule, peers: from }))
        : (spec.egress ?? []).map(({ to, ...rule }) => ({ ...rule, peers: to }));
    const other = direction === 'Ingress' ? connection.from : connection.to;
    return rules.find(
      ({ peers, protocols }) =>
        (protocols === undefined || protocols.some(protocol => isOver(protocol, connection))) &&
        peers.some(peer => this.isPeer(peer, other)),
    )?.action;
  }

  private isPeer(peer: TierPeer, other: Endpoint): boolean {
    const { doubts, choose } = this.open;
    if (peer.networks) {
      return peer.networks.some(cidr => doubts?.covers({ cidr }, other) ?? isInBlock({ cidr }, other.ip));
    }
    if (peer.nodes || peer.domainNames) {
      const isPod = other.pod !== undefined && !other.pod.hostNetwork;
      return !isPod && choose(`${JSON.stringify(peer)} is ${other.pod?.name ?? other.ip}`);
    }
    return other.pod !== undefined && this.isOneOf(peer, other.pod);
  }

  /** Pods on the host network are neither subjects nor such peers. */
  private isOneOf({ namespaces, pods }: PodsOrNamespaces, pod: Pod): boolean {
    if (pod.hostNetwork) return false;
    const labels = this.namespaces[pod.namespace];
    if (namespaces) return selects(namespaces, labels);
    return selects(pods?.namespaceSelector ?? {}, labels) && selects(pods?.podSelector ?? {}, pod.labels);
  }
}

function isOver({ tcp, udp, sctp, destinationNamedPort }: TierProtocol, { to, protocol, port }: Connection): boolean {
  if (destinationNamedPort !== undefined) {
    const ports = to.pod?.ports ?? [];
    return ports.some(
      named => named.name === destinationNamedPort && named.protocol === protocol && named.port === port,
    );
  }
  const match = { TCP: tcp, UDP: udp, SCTP: sctp }[protocol];
  if (match === undefined) return false;
  const { number, range } = match.destinationPort ?? {};
  if (range !== undefined) return range.start <= port && port <= range.end;
  return number === undefined || number === port;
}
