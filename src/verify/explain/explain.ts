import { Direction } from '../../model/direction';
import { ENGINE_TRAITS, EngineTraits, LIKE_THE_API, traitInWords } from '../../model/engine';
import { Policy } from '../../model/policy';
import { Port } from '../../model/port';
import { isItself } from '../ask/ask-concrete';
import { Connection } from '../ends/connection';
import { locate } from '../ends/locate';
import { Reach } from '../reach/reach';
import { Change, peerFor, podsFor } from './changes';
import { EndExplanation, explainEnd } from './explain-end';

/** Why a connection is allowed or denied, and what would change that. */
export interface Explanation {
  readonly connection: Connection;
  readonly verdict: 'allow' | 'deny' | 'unknown';
  /** Egress at the source, then ingress at the destination; both have to allow. */
  readonly ends: readonly [EndExplanation, EndExplanation];
  /** The smallest change after which the verdict is the other one; empty where it is unknown, or an administrator decides. */
  readonly flip: readonly Change[];
  /** The ports that have the other verdict after it. */
  readonly flipped: Port;
  /** Where the engine departs from the API for this connection, in words. */
  readonly differences: readonly string[];
}

const ITSELF = 'a pod always reaches itself';

/** Explains one connection. @param asked ports that the change is to be about, the connection's among them */
export function explain(reach: Reach, connection: Connection, asked = portOf(connection)): Explanation {
  const ends = explainEnds(reach, connection);
  const verdict = together(ends);
  const flip = flipOf(reach, { connection, ends, asked });
  return {
    connection,
    verdict,
    ends,
    flip,
    // Other rules may allow other ports.
    flipped: flip.some(({ kind }) => kind === 'remove-rule') ? portOf(connection) : asked,
    differences: differencesOf(reach, connection, verdict),
  };
}

function explainEnds(before: Reach, connection: Connection): [EndExplanation, EndExplanation] {
  const { reach, from, to } = locate(before, connection);
  const { protocol, port } = connection;
  const explained = (direction: Direction, subject: number, other: number): EndExplanation => {
    const end = explainEnd(reach, { direction, subject, other, protocol, port });
    return isItself(connection.from, connection.to) ? { ...end, verdict: 'allow', reasons: [ITSELF] } : end;
  };
  return [explained(Direction.EGRESS, from, to), explained(Direction.INGRESS, to, from)];
}

function together(ends: readonly EndExplanation[]): Explanation['verdict'] {
  if (ends.some(({ verdict }) => verdict === 'deny')) return 'deny';
  return ends.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'allow';
}

function portOf({ protocol, port }: Connection): Port {
  return Port._range(protocol, port);
}

interface Flippable {
  readonly connection: Connection;
  readonly ends: readonly [EndExplanation, EndExplanation];
  readonly asked: Port;
}

/** Denied: each end that does not allow has to. Allowed: one end has to deny, the one with less to change. */
function flipOf(reach: Reach, { connection, ends, asked }: Flippable): Change[] {
  const verdict = together(ends);
  const isSettled = isItself(connection.from, connection.to) || ends.some(({ admin }) => admin.length > 0);
  if (verdict === 'unknown' || isSettled) return [];
  if (verdict === 'deny') {
    const closed = ends.filter(end => end.verdict !== 'allow');
    const changes = closed.flatMap(end => allowAt(reach, { connection, end, asked }) ?? []);
    return changes.length === closed.length ? changes : [];
  }
  const ways = ends.map(end => denyAt(reach, connection, end)).filter(changes => changes.length > 0);
  return ways.reduce<Change[]>((best, way) => (best.length === 0 || way.length <= best.length ? way : best), []);
}

/**
 * One more rule in a policy that isolates the end already: one that names the peer, on other ports, or the most specific.
 * Undefined where no rule is sure to name the peer.
 */
function allowAt(
  reach: Reach,
  { connection, end, asked }: Omit<Flippable, 'ends'> & { readonly end: EndExplanation },
): Change | undefined {
  const { from, to } = connection;
  const near = end.rules.find(({ peer }) => peer === 'yes')?.policy;
  const specific = [...end.isolatedBy].sort((a, b) => demands(b) - demands(a));
  const peer = peerFor(end.direction === Direction.INGRESS ? from : to, reach);
  return (
    peer && {
      kind: 'add-rule',
      policy: near ?? specific[0],
      direction: end.direction,
      peer,
      port: asked,
    }
  );
}

function demands({ podSelector }: Policy): number {
  return podSelector.expressions.length;
}

/** Empty where policies cannot deny for sure: at addresses, and where a pod is on the host network. */
function denyAt(reach: Reach, { from, to }: Connection, { direction, isolatedBy, rules }: EndExplanation): Change[] {
  const [subject, other] = direction === Direction.INGRESS ? [to, from] : [from, to];
  const isOpen = subject.workload?.hostNetwork || (direction === Direction.INGRESS && other.workload?.hostNetwork);
  if (subject.workload === undefined || isOpen) return [];
  if (isolatedBy.length === 0) return [{ kind: 'isolate', pods: podsFor(subject.workload, reach.cluster), direction }];
  return rules
    .filter(({ allows }) => allows !== 'no')
    .map(({ policy, rule }) => ({ kind: 'remove-rule', policy, direction, rule }));
}

/** Each trait of the engine by itself: those that change the verdict are why it differs. */
function differencesOf(
  { cluster, assumptions }: Reach,
  connection: Connection,
  verdict: Explanation['verdict'],
): string[] {
  const { engine } = assumptions;
  if (engine === undefined) return [];
  const verdictWith = (traits: Partial<EngineTraits>) =>
    together(explainEnds(Reach.of(cluster, { ...assumptions, engine: { ...LIKE_THE_API, ...traits } }), connection));
  const byTheApi = verdictWith({});
  if (byTheApi === verdict) return [];
  const traits = ENGINE_TRAITS.filter(trait => verdictWith({ [trait]: engine[trait] }) !== byTheApi);
  return traits.map(trait => `the API says ${byTheApi}, but ${engine.name} ${traitInWords(engine, trait)}`);
}
