import { AdminPolicy } from '../../model/admin-policy';
import { LabelSelector } from '../../model/label-selector';
import { Anywhere } from '../../model/peer';
import { Policy, Rule } from '../../model/policy';
import { Port } from '../../model/port';
import { Connection } from '../ends/connection';
import { locate } from '../ends/locate';
import { PolicyWorld } from '../reach/enforcement';
import { Reach } from '../reach/reach';
import { connectionOf } from '../space/participants';
import { Questions } from '../space/questions';
import { Space } from '../space/space';
import { inOurNamespaces, namespacesOf } from './relabeled';

/** A connection between pods or addresses that could exist, or why it cannot be told whether there is one. */
export type Possible = Connection | { readonly reason: string };

/** Beyond this many policies of one side the question takes seconds. */
const MOST_POLICIES = 50;

const OTHER_PODS = 'it depends on which other pods there are';

/**
 * A connection that one cluster allows and the other denies, whoever is there: also for pods that were not read, such as
 * those that answer DNS queries. Undefined where there is none.
 */
export function allowedBeyond(one: Reach, other: Reach): Possible | undefined {
  const [ours, theirs] = [one, other].map(({ endpoints }) => endpoints.pods.namespaces());
  const worlds = [one.cluster, inOurNamespaces(other.cluster, ours, theirs)] as const;
  const space = new Space(namespacesOf(ours, theirs), one.assumptions);
  const search = new Search(space, [one, other], worlds);
  let found: Possible | undefined;
  for (const asked of namespacesToAsk(...worlds)) {
    found = search.find(asked);
    if (found !== undefined && !('reason' in found)) return found;
  }
  return found;
}

/** Names of namespaces. */
type Names = ReadonlySet<string>;

/**
 * One after the other, until something is found: those in which policies differ; then all, where policies of
 * administrators differ, since what was never asked before them may decide now. None where no policy differs.
 */
function namespacesToAsk(one: PolicyWorld, other: PolicyWorld): Names[] {
  const touched = differing(one.policies, other.policies, inWords);
  const adminTouched = differing(one.adminPolicies, other.adminPolicies, adminInWords);
  if (touched.length + adminTouched.length === 0) return [];
  const [few, all] = [namesIn(touched), namesIn([...one.policies, ...other.policies])];
  return adminTouched.length === 0 || few.size === all.size ? [few] : [few, all];
}

function namesIn(policies: readonly Policy[]): Names {
  return new Set(policies.map(({ namespace }) => namespace));
}

/** What only one of two lists says. */
function differing<P>(one: readonly P[], other: readonly P[], words: (policy: P) => string): P[] {
  const [ours, theirs] = [one, other].map(policies => new Map(policies.map(policy => [words(policy), policy])));
  const different = [...ours, ...theirs].filter(([text]) => !ours.has(text) || !theirs.has(text));
  return different.map(([, policy]) => policy);
}

/** All that a policy says; its name says nothing. */
function inWords({ namespace, podSelector, ingress, egress }: Policy): string {
  return JSON.stringify([namespace, String(podSelector), ...[ingress, egress].map(rules => rules?.map(ruleInWords))]);
}

/** Its name may decide which one goes first. */
function adminInWords({ kind, name, tier, priority, subject, ingress, egress }: AdminPolicy): string {
  const rules = [ingress, egress].map(all => all.map(rule => [rule.action, ruleInWords(rule)]));
  return JSON.stringify([kind, name, tier, priority, String(subject), ...rules]);
}

function ruleInWords({ peers, ports }: Pick<Rule, 'peers' | 'ports'>): string[] {
  return [peers.join(), ports.join()];
}

/**
 * Asks as few policies as it can: those of some namespaces, and in all others as if everything were allowed. What is
 * found then is put into both clusters; where either says otherwise, the namespaces of its ends are asked too.
 */
class Search {
  /** @param clusters the one that allows, and the one that denies @param worlds their policies, in the same namespaces */
  constructor(
    private readonly space: Space,
    private readonly clusters: readonly [Reach, Reach],
    private readonly worlds: readonly [PolicyWorld, PolicyWorld],
  ) {}

  find(asked: Names): Possible | undefined {
    const found = this.findAmong(asked);
    if (found === undefined || 'reason' in found) return found;
    const [one, other] = this.clusters.map(reach => answerIn(reach, found));
    if (one.verdict === 'allow' && other.verdict === 'deny') return found;
    const more = [found.from, found.to].flatMap(({ workload }) => workload?.namespace ?? []);
    if (more.some(name => !asked.has(name))) return this.find(new Set([...asked, ...more]));
    return { reason: [...one.reasons, ...other.reasons].join('; ') || OTHER_PODS };
  }

  private findAmong(asked: Names): Possible | undefined {
    const [one, other] = this.worlds.map(({ policies, adminPolicies }) => {
      return { policies: policies.filter(({ namespace }) => asked.has(namespace)), adminPolicies };
    });
    if ([one, other].some(({ policies }) => policies.length > MOST_POLICIES)) {
      return { reason: `more than ${MOST_POLICIES} policies would have to be asked` };
    }
    const allowing = new Questions(this.space, { ...one, policies: [...one.policies, ...this.openOthers(asked)] });
    const found = allowing.anyAllowedBeyond(new Questions(this.space, other));
    if (found.verdict === 'none') return undefined;
    return found.verdict === 'some' ? connectionOf(found.witness) : { reason: found.reason };
  }

  /** Without a policy everything is allowed, but for what a baseline denies. */
  private openOthers(asked: Names): Policy[] {
    const [{ policies, adminPolicies }] = this.worlds;
    if (adminPolicies.every(({ tier }) => tier !== 'Baseline')) return [];
    const others = new Set(policies.map(({ namespace }) => namespace).filter(namespace => !asked.has(namespace)));
    const open = [new Rule([Anywhere.INSTANCE], [Port.all()])];
    const podSelector = LabelSelector.everything();
    return [...others].map(namespace => ({ name: '', namespace, podSelector, ingress: open, egress: open }));
  }
}

/** What a cluster says of a connection, with the pods of its ends among its own. */
function answerIn(reach: Reach, connection: Connection) {
  const { protocol, port } = connection;
  const { reach: complete, from, to } = locate(reach, connection);
  const { allowed, unknown, reasons } = complete.between(from, to);
  const isAmong = (ports: number) => complete.portSets.has(ports, protocol, port);
  return { verdict: isAmong(allowed) ? 'allow' : isAmong(unknown) ? 'unknown' : 'deny', reasons };
}
