import { Assumptions } from '../../model/assumptions';
import { Cluster } from '../../model/cluster';
import { IpBlock } from '../../model/ip-block';
import { Anywhere, PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Policy } from '../../model/policy';
import { AddressClasses } from '../sets/address-classes';
import { EndpointSet } from '../sets/endpoint-set';
import { Distinctions } from './distinctions';
import { Match, PodAddresses } from './pod-addresses';
import { PodClasses } from './pod-classes';

/** Why nothing is sure about pods on the host network. */
export const HOST_NETWORK = 'whether policies reach pods on the host network differs between engines';

/** Who can be at an end of a connection, as numbers: classes of pods first, then classes of addresses outside. */
export class Endpoints {
  readonly pods: PodClasses;
  readonly addresses: AddressClasses;
  /** How many classes of pods there are: the number of the first class of addresses. */
  readonly podCount: number;
  readonly all: EndpointSet;
  readonly outside: EndpointSet;
  /** Pods on the host network. */
  readonly hosts: EndpointSet;
  private readonly distinctions: Distinctions;
  private readonly podAddresses: PodAddresses;
  private readonly matches = new Map<string, Match>();

  /** @param blocks that tell addresses apart; those of the cluster's policies where left out */
  constructor(cluster: Cluster, assumptions: Assumptions, blocks?: readonly IpBlock[]) {
    this.distinctions = new Distinctions(cluster);
    this.pods = new PodClasses(cluster, this.distinctions);
    this.addresses = new AddressClasses(blocks ?? this.distinctions.blocks);
    const { classes } = this.pods;
    this.podCount = classes.length;
    this.all = EndpointSet.range(0, this.podCount + this.addresses.count);
    this.outside = EndpointSet.range(this.podCount, this.podCount + this.addresses.count);
    this.hosts = EndpointSet.ofSorted(classes.flatMap(([{ hostNetwork }], pod) => (hostNetwork ? [pod] : [])));
    this.podAddresses = new PodAddresses(classes, assumptions);
  }

  /** Whether a policy tells apart only what has classes of its own. */
  canTell(policy: Policy): boolean {
    return this.distinctions.includes(new Distinctions({ policies: [policy], adminPolicies: [] }));
  }

  /** Who a peer of a rule is. @param ownNamespace of the policy; undefined for an administrator's, of the whole cluster */
  match(peer: PeerTerm, ownNamespace?: string): Match {
    if (peer instanceof Pods && peer.namespaceSelector === undefined) return this.matchPods(peer, ownNamespace);
    const key = `${peer}${ownNamespace === undefined ? '*' : ''}`;
    const known = this.matches.get(key) ?? this.work(peer, ownNamespace);
    this.matches.set(key, known);
    return known;
  }

  private work(peer: PeerTerm, ownNamespace?: string): Match {
    if (peer instanceof Anywhere) return { sure: this.all, maybe: EndpointSet.EMPTY };
    if (peer instanceof Pods) return this.matchPods(peer, ownNamespace);
    if (peer instanceof IpBlock) return this.matchBlock(peer);
    return {
      sure: EndpointSet.EMPTY,
      maybe: EndpointSet.union([this.hosts, this.outside]),
      reason: `${peer} cannot be told from manifests`,
    };
  }

  /** Administrators' policies leave pods on the host network alone. */
  private matchPods(peer: Pods, ownNamespace?: string): Match {
    const selected = this.pods.select(peer, ownNamespace);
    if (!selected.meets(this.hosts)) return { sure: selected, maybe: EndpointSet.EMPTY };
    const sure = selected.subtract(this.hosts);
    if (ownNamespace === undefined) return { sure, maybe: EndpointSet.EMPTY };
    return { sure, maybe: selected.intersect(this.hosts), reason: HOST_NETWORK };
  }

  private matchBlock(block: IpBlock): Match {
    const { sure, maybe, reason } = this.podAddresses.covered(block);
    const outside = this.addresses.classesIn(block).map(number => this.podCount + number);
    return { sure: EndpointSet.union([sure, EndpointSet.ofSorted(outside)]), maybe, reason };
  }
}
