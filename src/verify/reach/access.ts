import { AdminPolicy } from '../../model/admin-policy';
import { Direction } from '../../model/direction';
import { Policy } from '../../model/policy';
import { PortSets } from '../sets/port-sets';
import { AdminTiers } from './admin-tiers';
import { Endpoints, HOST_NETWORK } from './endpoints';
import { egressGrants, Grant, ingressGrants, isPerPod } from './grants';
import { PolicyListId } from './policy-lists';
import { RulePorts } from './rule-ports';
import { Subject } from './subject';

/** What an endpoint may accept, or send, as far as its own end decides. */
export interface Access {
  /** Whether a NetworkPolicy selects it in this direction. */
  readonly isolated: boolean;
  readonly grants: readonly Grant[];
}

const OWN_NODE = 'a pod lets in its own node, and the pod on the host network may run there';

/** Works out what policies grant an endpoint. Endpoints that the same policies are about share one {@link Access}. */
export class AccessTable {
  private readonly unrestricted: Access;
  private readonly shared: Readonly<Record<Direction, Map<readonly AdminPolicy[], Map<PolicyListId, Access>>>> = {
    Ingress: new Map(),
    Egress: new Map(),
  };
  private readonly grants = {
    Ingress: new Map<Policy, readonly Grant[]>(),
    Egress: new Map<Policy, readonly Grant[]>(),
  };

  constructor(
    private readonly endpoints: Endpoints,
    private readonly rulePorts: RulePorts,
    private readonly tiers: AdminTiers,
  ) {
    this.unrestricted = { isolated: false, grants: [{ peers: endpoints.all, ports: PortSets.ALL, sure: true }] };
  }

  /** What an endpoint may accept or send. @param list the number of the list of policies that isolate it */
  of(subject: Subject, list: PolicyListId, policies: readonly Policy[]): Access {
    const admin = this.tiers.about(subject);
    if (policies.length === 0 && admin.length === 0) return this.unrestricted;
    if (this.endpoints.hosts.has(subject.endpoint)) return this.work(subject, policies, admin);
    const shared = this.sharedWith(admin, subject.direction);
    const known = shared.get(list);
    if (known !== undefined) return known;
    const access = this.work(subject, policies, admin);
    if (![...policies, ...admin].some(policy => isPerPod(policy, subject, this.rulePorts))) shared.set(list, access);
    return access;
  }

  private sharedWith(admin: readonly AdminPolicy[], direction: Direction): Map<PolicyListId, Access> {
    const known = this.shared[direction].get(admin) ?? new Map<PolicyListId, Access>();
    this.shared[direction].set(admin, known);
    return known;
  }

  private work(subject: Subject, policies: readonly Policy[], admin: readonly AdminPolicy[]): Access {
    const isolated = policies.length > 0;
    const own = isolated ? this.ownGrants(subject, policies) : undefined;
    if (admin.length === 0) return { isolated, grants: own ?? this.unrestricted.grants };
    return { isolated, grants: this.tiers.decide(admin, subject, own) };
  }

  private ownGrants(subject: Subject, policies: readonly Policy[]): Grant[] {
    const grants = policies.flatMap(policy => this.policyGrants(policy, subject));
    return grants.concat(this.hostGrants(subject));
  }

  private policyGrants(policy: Policy, subject: Subject): readonly Grant[] {
    const shared = this.grants[subject.direction];
    const known = shared.get(policy);
    if (known !== undefined) return known;
    const grants = this.ruleGrants(policy, subject);
    if (!isPerPod(policy, subject, this.rulePorts)) shared.set(policy, grants);
    return grants;
  }

  private ruleGrants({ namespace, ingress = [], egress = [] }: Policy, { endpoint, direction }: Subject): Grant[] {
    const context = { endpoints: this.endpoints, rulePorts: this.rulePorts, namespace };
    return direction === Direction.INGRESS
      ? ingress.flatMap(rule => ingressGrants(rule, context, endpoint))
      : egress.flatMap(rule => egressGrants(rule, context));
  }

  /** What stays open or in doubt because pods on the host network are nodes to most engines. */
  private hostGrants({ endpoint, direction }: Subject): Grant[] {
    const { hosts, all } = this.endpoints;
    if (hosts.has(endpoint)) return [{ peers: all, ports: PortSets.ALL, sure: false, reason: HOST_NETWORK }];
    if (hosts.size === 0 || direction === Direction.EGRESS) return [];
    return [{ peers: hosts, ports: PortSets.ALL, sure: false, reason: OWN_NODE }];
  }
}
