import { AdminAction, AdminPolicy } from '../../model/admin-policy';
import { Direction } from '../../model/direction';
import { Policy } from '../../model/policy';
import { Port } from '../../model/port';
import { isItself } from '../ask/ask-concrete';
import { Connection } from '../ends/connection';
import { Reach } from '../reach/reach';
import { Change, peerFor, podsFor } from './changes';
import { AdminMatch, EndExplanation } from './explain-end';

/** A connection whose verdict is to become the other one. */
export interface Flippable {
  readonly connection: Connection;
  readonly ends: readonly EndExplanation[];
  /** What a rule to add is to be about, the connection's port among it. */
  readonly ports: Port;
}

/** The smallest changes after which a denied connection is allowed: each end has to. Empty where none is sure to do. */
export function changesToAllow(reach: Reach, { ends, ...asked }: Flippable): Change[] {
  if (isSettled(ends, asked.connection)) return [];
  const closed = ends.filter(({ verdict }) => verdict !== 'allow');
  const changes = closed.map(end => shortestWay(end, OPENING, () => openWithoutAdmin(reach, { ...asked, end })));
  return changes.some(({ length }) => length === 0) ? [] : changes.flat();
}

/** The smallest changes after which an allowed connection is denied: one end has to, the one with less to change. */
export function changesToDeny(reach: Reach, { ends, connection }: Omit<Flippable, 'ports'>): Change[] {
  if (isSettled(ends, connection)) return [];
  return ends
    .map(end => shortestWay(end, CLOSING, () => closeWithoutAdmin(reach, connection, end)))
    .filter(({ length }) => length > 0)
    .reduce<Change[]>((best, way) => (best.length === 0 || way.length <= best.length ? way : best), []);
}

/** Whether no policy decides, or without one rule of an administrator it could not be told which one does. */
function isSettled(ends: readonly EndExplanation[], { from, to }: Connection): boolean {
  return isItself(from, to) || ends.some(({ admin }) => admin.some(match => isInDoubt(match, admin)));
}

function isInDoubt({ policy, applies }: AdminMatch, all: readonly AdminMatch[]): boolean {
  const isRival = (other: AdminPolicy) =>
    other !== policy && other.tier === policy.tier && other.priority === policy.priority;
  return applies === 'maybe' || all.some(each => isRival(each.policy));
}

/** The action of administrators that is wanted, and the one that stands in its way. */
interface Aim {
  readonly wanted: AdminAction;
  readonly unwanted: AdminAction;
}

const OPENING: Aim = { wanted: 'Accept', unwanted: 'Deny' };
const CLOSING: Aim = { wanted: 'Deny', unwanted: 'Accept' };

/**
 * Down to the first rule of the tier Admin that does what is wanted, or past the tier.
 *
 * @param withoutAdmin what is to be changed where that tier leaves the matter to others; undefined where nothing is sure to do
 */
function shortestWay(
  { admin, direction }: EndExplanation,
  { wanted, unwanted }: Aim,
  withoutAdmin: () => Change[] | undefined,
): Change[] {
  const matches = inTier(admin, 'Admin');
  const before = (index: number) => removing(index < 0 ? matches : matches.slice(0, index), direction);
  const toWanted = matches.findIndex(({ action }) => action === wanted);
  const toOther = matches.findIndex(({ action }) => action !== unwanted);
  const down = toWanted < 0 ? undefined : before(toWanted);
  const rest = matches[toOther]?.action === wanted ? undefined : withoutAdmin();
  const past = rest && [...before(toOther), ...rest];
  if (past === undefined || (down !== undefined && down.length < past.length)) return down ?? [];
  return past;
}

function inTier(admin: readonly AdminMatch[], tier: AdminPolicy['tier']): AdminMatch[] {
  return admin.filter(({ policy }) => policy.tier === tier);
}

function removing(
  rules: readonly { readonly policy: Policy | AdminPolicy; readonly rule: number }[],
  direction: Direction,
): Change[] {
  return rules.map(({ policy, rule }) => ({ kind: 'remove-rule', policy, direction, rule }));
}

interface FlippableEnd extends Omit<Flippable, 'ends'> {
  readonly end: EndExplanation;
}

/** No baseline rule that denies, or a rule that allows. */
function openWithoutAdmin(reach: Reach, flippable: FlippableEnd): Change[] | undefined {
  const { isolatedBy, rules, admin, direction } = flippable.end;
  if (isolatedBy.length > 0) return rules.some(({ allows }) => allows === 'yes') ? [] : addingRule(reach, flippable);
  const baseline = inTier(admin, 'Baseline');
  const end = baseline.findIndex(({ action }) => action !== 'Deny');
  return removing(end < 0 ? baseline : baseline.slice(0, end), direction);
}

/** One more rule in a policy that isolates the end already: one that names the peer, on other ports, or the most specific. */
function addingRule(reach: Reach, { connection: { from, to }, end, ports: port }: FlippableEnd): Change[] | undefined {
  const { direction, rules, isolatedBy } = end;
  const peer = peerFor(direction === Direction.INGRESS ? from : to, reach);
  const near = rules.find(each => each.peer === 'yes')?.policy;
  const [specific] = [...isolatedBy].sort((a, b) => demands(b) - demands(a));
  return peer && [{ kind: 'add-rule', policy: near ?? specific, direction, peer, port }];
}

function demands({ podSelector }: Policy): number {
  return podSelector.expressions.length;
}

/** No rule that allows, or isolation. Undefined at addresses, and where a pod is on the host network. */
function closeWithoutAdmin(
  { cluster }: Reach,
  { from, to }: Connection,
  { direction, isolatedBy, rules, admin }: EndExplanation,
): Change[] | undefined {
  const [subject, other] = direction === Direction.INGRESS ? [to, from] : [from, to];
  const isOpen = subject.workload?.hostNetwork || (direction === Direction.INGRESS && other.workload?.hostNetwork);
  if (subject.workload === undefined || isOpen) return undefined;
  const allowing = rules.filter(({ allows }) => allows !== 'no');
  if (isolatedBy.length > 0) return removing(allowing, direction);
  if (inTier(admin, 'Baseline')[0]?.action === 'Deny') return [];
  return [{ kind: 'isolate', pods: podsFor(subject.workload, cluster), direction }];
}
