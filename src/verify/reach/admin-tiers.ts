import { AdminPolicy } from '../../model/admin-policy';
import { appendTo } from '../../model/append-to';
import { Direction, sectionOf } from '../../model/direction';
import { EngineTraits, traitInWords } from '../../model/engine';
import { EndpointSet } from '../sets/endpoint-set';
import { PortSets } from '../sets/port-sets';
import { Endpoints } from './endpoints';
import { adminEnforcement, adminTrait } from './enforcement';
import { egressGrants, Grant, ingressGrants } from './grants';
import { RulePorts } from './rule-ports';
import { Subject } from './subject';
import { Tier, TierPiece, TierPolicy } from './tiers';

const NONE: readonly AdminPolicy[] = [];

/** What administrators' policies leave of, and add to, what NetworkPolicies say. */
export class AdminTiers {
  private readonly subjects: ReadonlyMap<AdminPolicy, EndpointSet>;
  private readonly tier: Tier;

  constructor(
    private readonly policies: readonly AdminPolicy[],
    private readonly endpoints: Endpoints,
    private readonly ports: {
      readonly rulePorts: RulePorts;
      readonly portSets: PortSets;
      readonly engine?: EngineTraits;
    },
  ) {
    this.tier = new Tier(ports.portSets);
    this.subjects = new Map(
      policies.map(policy => [policy, endpoints.pods.select(policy.subject).subtract(endpoints.hosts)]),
    );
  }

  /** The policies about an endpoint in a direction, lowest priority number first. */
  about({ endpoint, direction }: Subject): readonly AdminPolicy[] {
    if (this.policies.length === 0) return NONE;
    const section = sectionOf(direction);
    const mine = this.policies.filter(policy => policy[section].length > 0 && this.subjects.get(policy)?.has(endpoint));
    return mine.sort((a, b) => a.tier.localeCompare(b.tier) || a.priority - b.priority);
  }

  /** What an endpoint may do in the end. @param own what NetworkPolicies grant; undefined where none isolates it */
  decide(policies: readonly AdminPolicy[], subject: Subject, own?: readonly Grant[]): Grant[] {
    const run = (tier: AdminPolicy['tier'], pieces: readonly TierPiece[]) =>
      this.tier.decide(
        byPriority(policies.filter(each => each.tier === tier)).map(same =>
          same.map(each => this.tierPolicy(each, subject)),
        ),
        pieces,
      );
    const start = {
      peers: this.endpoints.all,
      accept: PortSets.NONE,
      deny: PortSets.NONE,
      pass: PortSets.NONE,
      open: PortSets.ALL,
      reasons: [],
    };
    const admin = run('Admin', [start]).map(piece => this.leave(piece));
    if (own !== undefined) return admin.flatMap(piece => this.withOwn(piece, own));
    const baseline = run(
      'Baseline',
      admin.map(piece => ({ ...piece, open: piece.pass, pass: PortSets.NONE })),
    );
    return baseline.flatMap(piece =>
      this.withOwn(this.leave(piece), [{ peers: piece.peers, ports: PortSets.ALL, sure: true }]),
    );
  }

  /** What no rule of a tier decides passes it. */
  private leave({ open, pass, ...piece }: TierPiece): TierPiece {
    return { ...piece, pass: this.ports.portSets.union(pass, open), open: PortSets.NONE };
  }

  /** What is accepted, and what passes and is granted by the next tier; sure only where no other outcome is possible. */
  private withOwn({ peers, accept, deny, pass, reasons }: TierPiece, own: readonly Grant[]): Grant[] {
    const { portSets } = this.ports;
    const surelyAccepted = portSets.subtract(accept, portSets.union(deny, pass));
    const grants: Grant[] = [
      { peers, ports: surelyAccepted, sure: true },
      { peers, ports: portSets.subtract(accept, surelyAccepted), sure: false, reason: reasons.join('; ') },
    ];
    for (const { peers: theirs, ports, sure, reason } of own) {
      const both = peers.intersect(theirs);
      const passed = portSets.intersect(pass, ports);
      const undenied = sure ? portSets.subtract(passed, deny) : PortSets.NONE;
      grants.push({ peers: both, ports: undenied, sure: true });
      const why = [...reasons, ...(reason === undefined ? [] : [reason])].join('; ');
      grants.push({ peers: both, ports: portSets.subtract(passed, undenied), sure: false, reason: why });
    }
    return grants.filter(grant => grant.peers.size > 0 && grant.ports !== PortSets.NONE);
  }

  private tierPolicy(policy: AdminPolicy, { endpoint, direction }: Subject): TierPolicy {
    const { rulePorts, engine } = this.ports;
    const context = { endpoints: this.endpoints, rulePorts };
    const isInDoubt = engine !== undefined && adminEnforcement(engine, policy) === 'unknown';
    const reason = isInDoubt ? `${engine.name} ${traitInWords(engine, adminTrait(policy))}` : undefined;
    const matches = (grants: Grant[]) =>
      isInDoubt ? grants.map(grant => ({ ...grant, sure: false, reason })) : grants;
    return direction === Direction.INGRESS
      ? policy.ingress.map(rule => ({ action: rule.action, matches: matches(ingressGrants(rule, context, endpoint)) }))
      : policy.egress.map(rule => ({ action: rule.action, matches: matches(egressGrants(rule, context)) }));
  }
}

function byPriority(policies: readonly AdminPolicy[]): AdminPolicy[][] {
  const groups = new Map<number, AdminPolicy[]>();
  for (const policy of policies) appendTo(groups, policy.priority, policy);
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}
