import { AdminPolicy } from '../model/admin-policy';
import { Direction } from '../model/direction';
import { Policy } from '../model/policy';
import { AdminTiers } from './admin-tiers';
import { Endpoints, HOST_NETWORK } from './endpoints';
import { egressGrants, Grant, ingressGrants } from './grants';
import { PortSets } from './port-sets';
import { RulePorts } from './rule-ports';

/** What an endpoint may accept, or send, as far as its own end decides. */
export interface Access {
  /** Whether a NetworkPolicy selects it in this direction. */
  readonly isolated: boolean;
  readonly grants: readonly Grant[];
}

const OWN_NODE = 'a pod lets in its own node, and the pod on the host network may run there';

/** Works out what policies grant an endpoint. Endpoints that the same policies select share one {@link Access}. */
export class AccessTable {
  private readonly unrestricted: Access;
  private readonly known = new Map<string, Access>();
  private readonly numbers = new Map<object, number>();
  private readonly grants = new Map<string, readonly Grant[]>();

  constructor(
    private readonly endpoints: Endpoints,
    private readonly rulePorts: RulePorts,
    private readonly tiers: AdminTiers,
  ) {
    this.unrestricted = { isolated: false, grants: [{ peers: endpoints.all, ports: PortSets.ALL, sure: true }] };
  }

  /** What an endpoint may accept or send, given the policies that select it. */
  of(endpoint: number, direction: Direction, policies: readonly Policy[]): Access {
    const admin = this.tiers.about(endpoint, direction);
    if (policies.length === 0 && admin.length === 0) return this.unrestricted;
    const target = { endpoint, direction };
    const key = this.keyOf(target, [...policies, ...admin]);
    const access = this.known.get(key) ?? this.work(target, policies, admin);
    this.known.set(key, access);
    return access;
  }

  private work(target: Target, policies: readonly Policy[], admin: readonly AdminPolicy[]): Access {
    const isolated = policies.length > 0;
    const own = isolated ? this.ownGrants(target, policies) : undefined;
    if (admin.length === 0) return { isolated, grants: own ?? this.unrestricted.grants };
    return { isolated, grants: this.tiers.decide(admin, target, own) };
  }

  private ownGrants(target: Target, policies: readonly Policy[]): Grant[] {
    const grants = policies.flatMap(policy => this.policyGrants(policy, target));
    return withoutDuplicates([...grants, ...this.hostGrants(target)]);
  }

  private policyGrants(policy: Policy, { endpoint, direction }: Target): readonly Grant[] {
    const key = `${direction}${this.numberOf(policy)};${this.isPerPod(policy, direction) ? endpoint : ''}`;
    const context = { endpoints: this.endpoints, rulePorts: this.rulePorts, namespace: policy.namespace ?? '' };
    const work = () =>
      direction === Direction.INGRESS
        ? (policy.ingress ?? []).flatMap(rule => ingressGrants(rule, context, endpoint))
        : (policy.egress ?? []).flatMap(rule => egressGrants(rule, context));
    const grants = this.grants.get(key) ?? work();
    this.grants.set(key, grants);
    return grants;
  }

  /** What stays open or in doubt because pods on the host network are nodes to most engines. */
  private hostGrants({ endpoint, direction }: Target): Grant[] {
    const { hosts, all } = this.endpoints;
    if (hosts.has(endpoint)) return [{ peers: all, ports: PortSets.ALL, sure: false, reason: HOST_NETWORK }];
    if (hosts.size === 0 || direction === Direction.EGRESS) return [];
    return [{ peers: hosts, ports: PortSets.ALL, sure: false, reason: OWN_NODE }];
  }

  private keyOf({ endpoint, direction }: Target, policies: readonly (Policy | AdminPolicy)[]): string {
    const perPod = policies.some(policy => this.isPerPod(policy, direction)) || this.endpoints.hosts.has(endpoint);
    return `${direction}${policies.map(policy => this.numberOf(policy)).join()};${perPod ? endpoint : ''}`;
  }

  /** Whether what a policy grants depends on the names that a pod has for its own ports. */
  private isPerPod(policy: Policy | AdminPolicy, direction: Direction): boolean {
    return direction === Direction.INGRESS && (policy.ingress ?? []).some(({ ports }) => this.rulePorts.differ(ports));
  }

  private numberOf(policy: Policy | AdminPolicy): number {
    const number = this.numbers.get(policy) ?? this.numbers.size;
    this.numbers.set(policy, number);
    return number;
  }
}

/** Whose access it is. */
interface Target {
  readonly endpoint: number;
  readonly direction: Direction;
}

function withoutDuplicates(grants: readonly Grant[]): Grant[] {
  return grants.filter(
    ({ peers, ports, sure }, index) =>
      !grants.slice(0, index).some(other => other.peers === peers && other.ports === ports && other.sure === sure),
  );
}
