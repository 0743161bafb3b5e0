import { AdminPolicy } from '../../model/admin-policy';
import { API_ALONE, Assumptions } from '../../model/assumptions';
import { Cluster } from '../../model/cluster';
import { Direction } from '../../model/direction';
import { IpBlock } from '../../model/ip-block';
import { Policy } from '../../model/policy';
import { PortSetId, PortSets } from '../sets/port-sets';
import { Access, AccessTable } from './access';
import { AdminTiers } from './admin-tiers';
import { Endpoints } from './endpoints';
import { enforcedBy, isEnforced } from './enforcement';
import { Grant } from './grants';
import { RulePorts } from './rule-ports';
import { Selections } from './selections';

/** The ports of a connection from one endpoint to another; all others are denied. */
export interface Ports {
  readonly allowed: PortSetId;
  /** Those of which it cannot be told. */
  readonly unknown: PortSetId;
  /** Why it cannot be told, in words. */
  readonly reasons: readonly string[];
}

/** What reaches of several clusters share, so that their numbers of ports and of addresses mean the same. */
export interface Common {
  readonly portSets?: PortSets;
  /** The blocks of all their policies. */
  readonly blocks?: readonly IpBlock[];
}

/** What a {@link Reach} is made of. */
interface Parts {
  readonly cluster: Cluster;
  readonly assumptions: Assumptions;
  readonly endpoints: Endpoints;
  readonly portSets: PortSets;
  readonly rulePorts: RulePorts;
  readonly tiers: AdminTiers;
  readonly selections: Selections;
  readonly accesses: AccessTable;
}

/** Who can reach whom in a cluster as it was read: built once, asked many times. */
export class Reach {
  /**
   * @param assumptions the API alone and private pod addresses unless said otherwise
   * @param common what it shares with reaches that it is to be compared with
   */
  static of(cluster: Cluster, assumptions: Assumptions = API_ALONE, common: Common = {}): Reach {
    const { engine } = assumptions;
    const enforced = enforcedBy(engine, cluster);
    const endpoints = new Endpoints(enforced, assumptions, common.blocks);
    const portSets = common.portSets ?? new PortSets();
    const rulePorts = new RulePorts(portSets, endpoints, engine);
    const tiers = new AdminTiers(enforced.adminPolicies, endpoints, { rulePorts, portSets, engine });
    const selections = Selections.of(enforced.policies, endpoints.pods);
    const accesses = new AccessTable(endpoints, rulePorts, tiers);
    return new Reach({ cluster, assumptions, endpoints, portSets, rulePorts, tiers, selections, accesses });
  }

  private constructor(private readonly parts: Parts) {}

  get cluster(): Cluster {
    return this.parts.cluster;
  }

  get assumptions(): Assumptions {
    return this.parts.assumptions;
  }

  get endpoints(): Endpoints {
    return this.parts.endpoints;
  }

  get portSets(): PortSets {
    return this.parts.portSets;
  }

  get rulePorts(): RulePorts {
    return this.parts.rulePorts;
  }

  /** The policies that isolate an endpoint in a direction. */
  policiesOf(endpoint: number, direction: Direction): readonly Policy[] {
    const { selections } = this.parts;
    return selections.policiesIn(selections.listOf(endpoint, direction));
  }

  /** The policies of administrators about an endpoint in a direction, in the order in which they are asked. */
  adminPoliciesOf(endpoint: number, direction: Direction): readonly AdminPolicy[] {
    return this.parts.tiers.about({ endpoint, direction });
  }

  /** What an endpoint may accept or send, as far as its own end decides. */
  access(endpoint: number, direction: Direction): Access {
    const { selections, accesses } = this.parts;
    const list = selections.listOf(endpoint, direction);
    return accesses.of({ endpoint, direction }, list, selections.policiesIn(list));
  }

  /** The ports on which one endpoint reaches another: both ends have to allow them. */
  between(from: number, to: number): Ports {
    const sending = this.access(from, Direction.EGRESS).grants;
    const accepting = this.access(to, Direction.INGRESS).grants;
    const allowed = this.portSets.intersect(this.sure(sending, to), this.sure(accepting, from));
    const possible = this.portSets.intersect(this.possible(sending, to), this.possible(accepting, from));
    if (possible === allowed) return { allowed, unknown: PortSets.NONE, reasons: NO_REASONS };
    const reasons = [...reasonsAbout(sending, to), ...reasonsAbout(accepting, from)];
    return { allowed, unknown: this.portSets.subtract(possible, allowed), reasons: [...new Set(reasons)] };
  }

  /**
   * The same cluster with one policy in the place of another; only what the two touch is worked out again.
   *
   * A policy that tells apart what no other did splits classes: then everything is, and endpoints have other numbers.
   */
  replace(old: Policy | undefined, next: Policy | undefined): Reach {
    const others = this.cluster.policies.filter(policy => policy !== old);
    const cluster = { ...this.cluster, policies: next === undefined ? others : [...others, next] };
    const [gone, come] = [old, next].map(each =>
      each && isEnforced(this.assumptions.engine, each) ? each : undefined,
    );
    if (come !== undefined && !this.endpoints.canTell(come)) {
      return Reach.of(cluster, this.assumptions, { portSets: this.portSets });
    }
    return new Reach({ ...this.parts, cluster, selections: this.parts.selections.replace(gone, come) });
  }

  private sure(grants: readonly Grant[], peer: number): PortSetId {
    let all = PortSets.NONE;
    for (const { peers, ports, sure } of grants) if (sure && peers.has(peer)) all = this.portSets.union(all, ports);
    return all;
  }

  private possible(grants: readonly Grant[], peer: number): PortSetId {
    let all = PortSets.NONE;
    for (const { peers, ports } of grants) if (peers.has(peer)) all = this.portSets.union(all, ports);
    return all;
  }
}

/** Of ports that are all told. */
export const NO_REASONS: readonly string[] = [];

function reasonsAbout(grants: readonly Grant[], peer: number): string[] {
  return grants.flatMap(({ peers, reason }) => (reason !== undefined && peers.has(peer) ? [reason] : []));
}
