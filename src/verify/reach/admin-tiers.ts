import { AdminPolicy } from '../../model/admin-policy';
import { appendTo } from '../../model/append-to';
import { Direction, sectionOf } from '../../model/direction';
import { EngineTraits, traitInWords } from '../../model/engine';
import { EndpointSet } from '../sets/endpoint-set';
import { PortSets } from '../sets/port-sets';
import { Endpoints } from './endpoints';
import { adminEnforcement, adminTrait } from './enforcement';
import { egressGrants, Grant, ingressGrants, isPerPod } from './grants';
import { RulePorts } from './rule-ports';
import { Subject } from './subject';
import { Tier, TierPiece, TierPolicy } from './tiers';

const NONE: readonly AdminPolicy[] = [];

/** Peers that tiers treat alike, and whom they have in common with the peers of grants. */
interface Piece extends TierPiece {
  readonly meetings: Map<EndpointSet, EndpointSet>;
}

type KeptPieces = Readonly<Record<AdminPolicy['tier'], Map<readonly AdminPolicy[], readonly Piece[]>>>;

/** What administrators' policies leave of, and add to, what NetworkPolicies say. */
export class AdminTiers {
  private readonly policies: readonly AdminPolicy[];
  private readonly subjects: ReadonlyMap<AdminPolicy, EndpointSet>;
  private readonly tier: Tier;
  private readonly everything: readonly Grant[];
  private readonly lists = new Map<string, readonly AdminPolicy[]>([['', NONE]]);
  private readonly ofEndpoint: Readonly<Record<Direction, (readonly AdminPolicy[])[]>> = { Ingress: [], Egress: [] };
  private readonly pieces: Readonly<Record<Direction, KeptPieces>> = {
    Ingress: { Admin: new Map(), Baseline: new Map() },
    Egress: { Admin: new Map(), Baseline: new Map() },
  };

  constructor(
    policies: readonly AdminPolicy[],
    private readonly endpoints: Endpoints,
    private readonly ports: {
      readonly rulePorts: RulePorts;
      readonly portSets: PortSets;
      readonly engine?: EngineTraits;
    },
  ) {
    this.policies = [...policies].sort((a, b) => a.tier.localeCompare(b.tier) || a.priority - b.priority);
    this.tier = new Tier(ports.portSets);
    this.everything = [{ peers: endpoints.all, ports: PortSets.ALL, sure: true }];
    this.subjects = new Map(
      policies.map(policy => [policy, endpoints.pods.select(policy.subject).subtract(endpoints.hosts)]),
    );
  }

  /** The policies about an endpoint in a direction, lowest priority number first. Equal lists are one object. */
  about({ endpoint, direction }: Subject): readonly AdminPolicy[] {
    if (this.policies.length === 0) return NONE;
    return (this.ofEndpoint[direction][endpoint] ??= this.listAbout(endpoint, direction));
  }

  /** What an endpoint may do in the end. @param own what NetworkPolicies grant; undefined where none isolates it */
  decide(policies: readonly AdminPolicy[], subject: Subject, own?: readonly Grant[]): Grant[] {
    const pieces = this.piecesAfter(own === undefined ? 'Baseline' : 'Admin', policies, subject);
    return pieces.flatMap(piece => this.withOwn(piece, own ?? this.everything));
  }

  private listAbout(endpoint: number, direction: Direction): readonly AdminPolicy[] {
    const section = sectionOf(direction);
    const isAbout = (policy: AdminPolicy) =>
      policy[section].length > 0 && this.subjects.get(policy)?.has(endpoint) === true;
    const numbers = this.policies.flatMap((policy, number) => (isAbout(policy) ? [number] : []));
    const key = numbers.join();
    const list = this.lists.get(key) ?? numbers.map(number => this.policies[number]);
    this.lists.set(key, list);
    return list;
  }

  /** What a tier and those before it make of everyone; the same for all endpoints that the same policies are about. */
  private piecesAfter(tier: AdminPolicy['tier'], policies: readonly AdminPolicy[], subject: Subject): readonly Piece[] {
    const kept = this.pieces[subject.direction][tier];
    const known = kept.get(policies);
    if (known !== undefined) return known;
    const pieces = this.decideTier(tier, policies, subject);
    if (!policies.some(policy => isPerPod(policy, subject, this.ports.rulePorts))) kept.set(policies, pieces);
    return pieces;
  }

  private decideTier(tier: AdminPolicy['tier'], policies: readonly AdminPolicy[], subject: Subject): readonly Piece[] {
    const start = tier === 'Admin' ? [this.undecided()] : this.piecesAfter('Admin', policies, subject).map(forNextTier);
    const priorities = byPriority(policies.filter(each => each.tier === tier)).map(same =>
      same.map(each => this.tierPolicy(each, subject)),
    );
    return this.tier
      .decide(priorities, start)
      .map(piece => ({ ...this.leave(piece), meetings: new Map<EndpointSet, EndpointSet>() }));
  }

  private undecided(): TierPiece {
    const [accept, deny, pass] = [PortSets.NONE, PortSets.NONE, PortSets.NONE];
    return { peers: this.endpoints.all, accept, deny, pass, open: PortSets.ALL, reasons: [] };
  }

  /** What no rule of a tier decides passes it. */
  private leave({ open, pass, ...piece }: TierPiece): TierPiece {
    return { ...piece, pass: this.ports.portSets.union(pass, open), open: PortSets.NONE };
  }

  /** What is accepted, and what passes and is granted by the next tier; sure only where no other outcome is possible. */
  private withOwn(piece: Piece, own: readonly Grant[]): Grant[] {
    const { peers, accept, deny, pass, reasons } = piece;
    const { portSets } = this.ports;
    const surelyAccepted = portSets.subtract(accept, portSets.union(deny, pass));
    const grants: Grant[] = [
      { peers, ports: surelyAccepted, sure: true },
      { peers, ports: portSets.subtract(accept, surelyAccepted), sure: false, reason: reasons.join('; ') },
    ];
    for (const { peers: theirs, ports, sure, reason } of own) {
      const both = meeting(piece, theirs);
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

/** What is left to the next tier. */
function forNextTier({ pass, ...piece }: TierPiece): TierPiece {
  return { ...piece, open: pass, pass: PortSets.NONE };
}

/** Grants that share their peers share what is left of them. */
function meeting({ peers, meetings }: Piece, theirs: EndpointSet): EndpointSet {
  const known = meetings.get(theirs) ?? peers.intersect(theirs);
  meetings.set(theirs, known);
  return known;
}

function byPriority(policies: readonly AdminPolicy[]): AdminPolicy[][] {
  const groups = new Map<number, AdminPolicy[]>();
  for (const policy of policies) appendTo(groups, policy.priority, policy);
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}
