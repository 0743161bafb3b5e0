import { Cluster } from '../model/cluster';
import { Direction } from '../model/direction';
import { API_ALONE, Assumptions } from '../model/engine';
import { Policy } from '../model/policy';
import { Access, AccessTable } from './access';
import { AdminTiers } from './admin-tiers';
import { Endpoints } from './endpoints';
import { Grant } from './grants';
import { PortSetId, PortSets } from './port-sets';
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

/** Who can reach whom in a cluster as it was read: built once, asked many times. */
export class Reach {
  /** @param assumptions the API alone and private pod addresses unless said otherwise */
  static of(cluster: Cluster, assumptions: Assumptions = API_ALONE): Reach {
    const endpoints = new Endpoints(cluster, assumptions);
    const portSets = new PortSets();
    const rulePorts = new RulePorts(portSets, endpoints, assumptions.engine);
    const tiers = new AdminTiers(cluster.adminPolicies, endpoints, { rulePorts, portSets });
    const selections = Selections.of(cluster.policies, endpoints.pods);
    return new Reach({ endpoints, portSets, selections, accesses: new AccessTable(endpoints, rulePorts, tiers) });
  }

  readonly endpoints: Endpoints;
  readonly portSets: PortSets;

  private constructor(
    private readonly parts: {
      readonly endpoints: Endpoints;
      readonly portSets: PortSets;
      readonly selections: Selections;
      readonly accesses: AccessTable;
    },
  ) {
    this.endpoints = parts.endpoints;
    this.portSets = parts.portSets;
  }

  /** The policies that isolate an endpoint in a direction. */
  policiesOf(endpoint: number, direction: Direction): readonly Policy[] {
    const { selections } = this.parts;
    return selections.policiesIn(selections.listOf(endpoint, direction));
  }

  /** What an endpoint may accept or send, as far as its own end decides. */
  access(endpoint: number, direction: Direction): Access {
    const { selections, accesses } = this.parts;
    const list = selections.listOf(endpoint, direction);
    return accesses.of({ endpoint, direction }, list, selections.policiesIn(list));
  }

  /** The ports on which one endpoint reaches another: both ends have to allow them. */
  between(from: number, to: number): Ports {
    const egress = this.access(from, Direction.EGRESS).grants.filter(({ peers }) => peers.has(to));
    const ingress = this.access(to, Direction.INGRESS).grants.filter(({ peers }) => peers.has(from));
    const allowed = this.portSets.intersect(this.union(egress.filter(isSure)), this.union(ingress.filter(isSure)));
    const possible = this.portSets.intersect(this.union(egress), this.union(ingress));
    const unknown = this.portSets.subtract(possible, allowed);
    return { allowed, unknown, reasons: unknown === PortSets.NONE ? [] : reasonsOf([...egress, ...ingress]) };
  }

  /** The same cluster with one policy in the place of another; only what the two touch is worked out again. */
  replace(old: Policy | undefined, next: Policy | undefined): Reach {
    return new Reach({ ...this.parts, selections: this.parts.selections.replace(old, next) });
  }

  private union(grants: readonly Grant[]): PortSetId {
    return grants.reduce((all, { ports }) => this.portSets.union(all, ports), PortSets.NONE);
  }
}

function isSure({ sure }: Grant): boolean {
  return sure;
}

function reasonsOf(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap(({ reason }) => reason ?? []))];
}
