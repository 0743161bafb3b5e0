import { Cluster, Connection } from './cluster';
import { ClusterNetworkPolicy, TierOracle } from './cluster-network-policy';
import { Choose, Doubts } from './doubts';
import { NetworkPolicy } from './manifest';
import { Direction, Oracle } from './oracle';

/** What the policies of a cluster say together: Admin tier, NetworkPolicies, Baseline tier. */
export interface Policies {
  readonly policies: readonly NetworkPolicy[];
  readonly clusterPolicies: readonly ClusterNetworkPolicy[];
}

/** Judges connections by every kind of policy, one by one and from their text; open questions are answered by `choose`. */
export class ClusterOracle {
  private readonly own: Oracle;
  private readonly tiers: TierOracle;

  constructor(
    { namespaces }: Pick<Cluster, 'namespaces'>,
    { policies, clusterPolicies }: Policies,
    { doubts, choose }: { readonly doubts?: Doubts; readonly choose: Choose },
  ) {
    this.own = new Oracle({ namespaces }, policies, doubts);
    this.tiers = new TierOracle(namespaces, clusterPolicies, { doubts, choose });
  }

  /** Whether both ends let a connection pass; a pod always reaches itself. */
  isAllowed(connection: Connection): boolean {
    const { from, to } = connection;
    const isLoop = from.pod !== undefined && from.pod === to.pod;
    return isLoop || (this.isAllowedAt('Egress', connection) && this.isAllowedAt('Ingress', connection));
  }

  /** Whether one end lets a connection pass: each tier decides, or leaves it to the next. */
  isAllowedAt(direction: Direction, connection: Connection): boolean {
    const { pod } = direction === 'Egress' ? connection.from : connection.to;
    const admin = this.tiers.decide('Admin', direction, connection);
    if (admin === 'Accept' || admin === 'Deny') return admin === 'Accept';
    if (pod !== undefined && this.own.isIsolated(pod, direction)) return this.own.isAllowedAt(direction, connection);
    return this.tiers.decide('Baseline', direction, connection) !== 'Deny';
  }
}
