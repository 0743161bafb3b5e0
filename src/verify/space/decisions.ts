import { AdminPolicy, AdminRule } from '../../model/admin-policy';
import { Direction, sectionOf } from '../../model/direction';
import { Pods } from '../../model/pods';
import { Policy, Rule } from '../../model/policy';
import { PolicyWorld } from '../reach/enforcement';
import { Alternatives, isKind, negate, no, otherSide, product, Side, sideOf, yes } from './atoms';
import { doubt } from './doubts';
import { Encoder } from './encoder';
import { Atom, Clause, Problem } from './solver';

/** The cases in which one end of a connection allows it, and those in which it denies it: every connection is in one. */
export interface Decisions {
  readonly allow: readonly Problem[];
  readonly deny: readonly Problem[];
}

const NOTHING_MORE: readonly Clause[] = [];

/** What the policies at one end decide, as cases for the solver. */
export function decisionsAt(
  direction: Direction,
  { policies, adminPolicies }: PolicyWorld,
  encoder: Encoder,
): Decisions {
  const end = new End(direction, encoder);
  const own = end.networkPolicies(policies, end.baseline(adminPolicies));
  const { allow, deny } = end.admin(adminPolicies, own);
  return { allow: [...allow, { atoms: [isKind(end.side, 'outside')], clauses: NOTHING_MORE }], deny };
}

/** A rule with the pods that it is about. */
interface BoundRule {
  readonly action: AdminRule['action'];
  readonly matches: Alternatives;
}

class End {
  readonly side: Side;
  private readonly other: Side;
  private readonly section: 'ingress' | 'egress';

  constructor(
    direction: Direction,
    private readonly encoder: Encoder,
  ) {
    this.side = sideOf(direction);
    this.other = otherSide(this.side);
    this.section = sectionOf(direction);
  }

  /** Allowed by a rule, or isolated by no policy and then up to `rest`; denied where isolated and no rule matches. */
  networkPolicies(policies: readonly Policy[], rest: Decisions): Decisions {
    const mine = policies.filter(policy => this.encoder.canSelect(this.side, policy));
    const isolating = mine.filter(policy => policy[this.section] !== undefined);
    const subjects = isolating.map(policy => this.subject(policy));
    const matches = isolating.map(policy => this.ruleMatches(policy));
    const free = subjects.flatMap(subject => negate([subject]));
    const noRule = noRuleByNamespace(isolating, matches);
    const allow = matches.flat().map(atoms => ({ atoms, clauses: NOTHING_MORE }));
    const deny = isolating.map(({ namespace }, index) => ({
      atoms: subjects[index],
      clauses: noRule.get(namespace) ?? NOTHING_MORE,
    }));
    return {
      allow: [...allow, ...rest.allow.map(problem => withClauses(problem, free))],
      deny: [...deny, ...rest.deny.map(problem => withClauses(problem, free))],
    };
  }

  /** What applies to pods that no NetworkPolicy isolates. */
  baseline(policies: readonly AdminPolicy[]): Decisions {
    const isPod: Problem = { atoms: [isKind(this.side, 'pod')], clauses: NOTHING_MORE };
    return this.tier(
      policies.filter(({ tier }) => tier === 'Baseline'),
      { allow: [isPod], deny: [] },
    );
  }

  admin(policies: readonly AdminPolicy[], rest: Decisions): Decisions {
    return this.tier(
      policies.filter(({ tier }) => tier === 'Admin'),
      rest,
    );
  }

  /** The first rule that matches decides, priority after priority; where it passes, or none matches, it is up to `rest`. */
  private tier(policies: readonly AdminPolicy[], rest: Decisions): Decisions {
    const priorities = [...new Set(policies.map(({ priority }) => priority))].sort((a, b) => a - b);
    return priorities.reduceRight<Decisions>((next, priority) => {
      const same = policies.filter(policy => policy.priority === priority);
      return this.priority(same, { next, rest });
    }, rest);
  }

  /** Policies of one priority: of those that match, any may be the one that decides. */
  private priority(policies: readonly AdminPolicy[], { next, rest }: { next: Decisions; rest: Decisions }): Decisions {
    const ordered = [...policies].sort(byName);
    const rules = ordered.map(policy => this.boundRules(policy));
    const first = rules.flatMap((mine, index) => firstMatches(mine, this.yieldToIt(ordered, rules, index)));
    const decided = (action: AdminRule['action']) => first.filter(each => each.action === action);
    const none: Problem = { atoms: [], clauses: rules.flat().flatMap(rule => negate(rule.matches)) };
    const left = (of: keyof Decisions) => [
      ...decided('Pass').flatMap(({ problem }) => rest[of].map(each => both(problem, each))),
      ...next[of].map(each => both(none, each)),
    ];
    return {
      allow: [...decided('Accept').map(({ problem }) => problem), ...left('allow')],
      deny: [...decided('Deny').map(({ problem }) => problem), ...left('deny')],
    };
  }

  /**
   * That all others of its priority that match yield to a policy: the first that goes first decides, the last at last.
   *
   * A doubt is about one policy alone, so that it is the same where other policies come or go.
   */
  private yieldToIt(
    policies: readonly AdminPolicy[],
    rules: readonly (readonly BoundRule[])[],
    index: number,
  ): readonly Clause[] {
    const goesFirst = ({ kind, name }: AdminPolicy) =>
      doubt(this.side, `whether ${kind} ${name} goes before others of its priority`);
    return policies.flatMap((policy, at) => {
      if (at === index) return [];
      const yields = at < index ? no(goesFirst(policy)) : yes(goesFirst(policies[index]));
      return rules[at].flatMap(rule => negate(rule.matches)).map(clause => [...clause, yields]);
    });
  }

  private boundRules(policy: AdminPolicy): BoundRule[] {
    const subject = [[...this.encoder.pods(this.side, policy.subject), ...this.encoder.enforced(policy)]];
    return policy[this.section].map(rule => ({
      action: rule.action,
      matches: product(subject, this.ruleAlternatives(rule)),
    }));
  }

  private subject({ podSelector, namespace }: Policy): readonly Atom[] {
    return this.encoder.pods(this.side, Pods._in(namespace, podSelector));
  }

  private ruleMatches(policy: Policy): Alternatives {
    const rules = policy[this.section] ?? [];
    return rules.flatMap(rule => product([this.subject(policy)], this.ruleAlternatives(rule, policy.namespace)));
  }

  private ruleAlternatives({ peers, ports }: Pick<Rule, 'peers' | 'ports'>, namespace?: string): Alternatives {
    return peers.flatMap(peer =>
      product(
        this.encoder.peer(this.other, peer, namespace),
        this.encoder.ports.ofRule({ ports, peer, side: this.side }),
      ),
    );
  }
}

/** That no rule allows it. Policies of other namespaces cannot: a pod is in one. */
function noRuleByNamespace(
  policies: readonly Policy[],
  matches: readonly Alternatives[],
): ReadonlyMap<string, readonly Clause[]> {
  const clauses = new Map<string, Clause[]>();
  policies.forEach(({ namespace }, index) => {
    const known = clauses.get(namespace) ?? [];
    known.push(...negate(matches[index]));
    clauses.set(namespace, known);
  });
  return clauses;
}

/** The cases in which each rule is the first one that matches. @param given what holds in all of them */
function firstMatches(
  rules: readonly BoundRule[],
  given: readonly Clause[],
): { action: AdminRule['action']; problem: Problem }[] {
  return rules.flatMap(({ action, matches }, index) => {
    const earlier = rules.slice(0, index).flatMap(rule => negate(rule.matches));
    return matches.map(atoms => ({ action, problem: { atoms, clauses: [...given, ...earlier] } }));
  });
}

/** An order that does not depend on who else is there. */
function byName(a: AdminPolicy, b: AdminPolicy): number {
  return `${a.name} ${a.kind}` < `${b.name} ${b.kind}` ? -1 : 1;
}

function withClauses({ atoms, clauses }: Problem, more: readonly Clause[]): Problem {
  return { atoms, clauses: [...clauses, ...more] };
}

function both(a: Problem, b: Problem): Problem {
  return { atoms: [...a.atoms, ...b.atoms], clauses: [...a.clauses, ...b.clauses] };
}
