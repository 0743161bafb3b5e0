import { Direction } from '../../model/direction';
import { ENGINE_TRAITS, EngineTraits, LIKE_THE_API, traitInWords } from '../../model/engine';
import { Port } from '../../model/port';
import { isItself } from '../ask/ask-concrete';
import { Connection } from '../ends/connection';
import { locate } from '../ends/locate';
import { Reach } from '../reach/reach';
import { Change } from './changes';
import { EndExplanation, explainEnd } from './explain-end';
import { changesToAllow, changesToDeny, Flippable } from './flip';

/** Whether a connection is allowed or denied, and by what. */
export interface Decision {
  readonly verdict: 'allow' | 'deny' | 'unknown';
  /** Egress at the source, then ingress at the destination; both have to allow. */
  readonly ends: readonly [EndExplanation, EndExplanation];
}

/** Why a connection is allowed or denied, and what would change that. */
export interface Explanation extends Decision {
  readonly connection: Connection;
  /** The smallest changes after which the verdict is the other one; empty where none is sure to be enough. */
  readonly flip: readonly Change[];
  /** The ports that have the other verdict after it. */
  readonly flipped: Port;
  /** Where the engine departs from the API for this connection, in words. */
  readonly differences: readonly string[];
}

const ITSELF = 'a pod always reaches itself';

/** Explains one connection. @param asked ports that the change is to be about, the connection's among them */
export function explain(reach: Reach, connection: Connection, asked = portOf(connection)): Explanation {
  const { verdict, ends } = decide(reach, connection);
  // Without a rule that matches this port, other rules may decide otherwise about other ports.
  const isOpenEnded = verdict === 'deny' && ends.every(({ admin }) => admin.length === 0);
  const ports = isOpenEnded ? asked : portOf(connection);
  const flip = flipOf(reach, { connection, ends, ports }, verdict);
  const flipped = flip.some(({ kind }) => kind === 'remove-rule') ? ports : asked;
  return { connection, verdict, ends, flip, flipped, differences: differencesOf(reach, connection, verdict) };
}

/** Decides one connection; its pods need not be there. */
export function decide(reach: Reach, connection: Connection): Decision {
  const ends = explainEnds(reach, connection);
  return { verdict: together(ends), ends };
}

function flipOf(reach: Reach, flippable: Flippable, verdict: Explanation['verdict']): Change[] {
  if (verdict === 'unknown') return [];
  return verdict === 'deny' ? changesToAllow(reach, flippable) : changesToDeny(reach, flippable);
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

/** Each trait of the engine by itself: those that change the verdict are why it differs. */
function differencesOf(
  { cluster, assumptions }: Reach,
  connection: Connection,
  verdict: Explanation['verdict'],
): string[] {
  const { engine } = assumptions;
  if (engine === undefined) return [];
  const departures = ENGINE_TRAITS.filter(trait => engine[trait] !== LIKE_THE_API[trait]);
  if (departures.length === 0) return [];
  const verdictWith = (traits: Partial<EngineTraits>) =>
    decide(Reach.of(cluster, { ...assumptions, engine: { ...LIKE_THE_API, ...traits } }), connection).verdict;
  const byTheApi = verdictWith({});
  if (byTheApi === verdict) return [];
  const traits = departures.filter(trait => verdictWith({ [trait]: engine[trait] }) !== byTheApi);
  return traits.map(trait => `the API says ${byTheApi}, but ${engine.name} ${traitInWords(engine, trait)}`);
}
