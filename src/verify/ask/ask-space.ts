import { EndpointRef } from '../../model/endpoint-ref';
import { Port } from '../../model/port';
import { Answer, combine, Connection, verdictOf } from '../ends/connection';
import { portsAt } from '../ends/targets';
import { HOST_NETWORK } from '../reach/endpoints';
import { Reach } from '../reach/reach';
import { End, endsOf, leftAside } from '../space/ends';
import { connectionOf } from '../space/participants';
import { Connections, Questions } from '../space/questions';
import { policiesAbout } from '../space/relevance';
import { Existence, Space } from '../space/space';

/** What is asked about pods that could exist. */
export interface SpaceQuestion {
  readonly from: EndpointRef;
  readonly to: EndpointRef;
  readonly ports: readonly Port[];
  /** Sources that are left aside. */
  readonly except: readonly EndpointRef[];
  /** Destinations that are left aside. */
  readonly exceptTo: readonly EndpointRef[];
}

/** What becomes of connections of which at least one end is every pod that could exist. */
export function askSpace(reach: Reach, question: SpaceQuestion): Answer {
  const pairs = endsOf(question.from, reach).flatMap(from => endsOf(question.to, reach).map(to => ({ from, to })));
  return combine(pairs, ends => askEnds(reach, ends, question));
}

function askEnds(reach: Reach, { from, to }: { from: End; to: End }, question: SpaceQuestion): Answer {
  if ([from, to].some(({ target }) => target?.workload?.hostNetwork)) {
    return { verdict: 'unknown', reason: HOST_NETWORK };
  }
  const { cluster, assumptions, endpoints } = reach;
  const space = new Space(endpoints.pods.namespaces(), assumptions, { from: from.knowledge, to: to.knowledge });
  const questions = new Questions(space, policiesAbout({ from, to }, cluster));
  const ports = to.target === undefined ? question.ports : portsAt(to.target, question.ports);
  const connections: Connections = { from: [from.peer], to: [to.peer], ports };
  const except = [
    ...question.except.map(ref => ({ ...connections, from: leftAside(ref, reach) })),
    ...question.exceptTo.map(ref => ({ ...connections, to: leftAside(ref, reach) })),
  ];
  const witness = (found: Existence): Connection | undefined =>
    found.verdict === 'some' ? connectionOf(found.witness, { from: from.target, to: to.target }) : undefined;
  const [allowed, denied] = [questions.anyAllowed(connections, except), questions.anyDenied(connections, except)];
  const parts = { allowed: witness(allowed), denied: witness(denied), reason: reasonOf(allowed, denied) };
  return { ...parts, verdict: verdictOf(parts) };
}

function reasonOf(allowed: Existence, denied: Existence): string | undefined {
  if (allowed.verdict === 'unknown') return allowed.reason;
  if (denied.verdict === 'unknown') return denied.reason;
  return allowed.verdict === 'none' && denied.verdict === 'none' ? 'no such pod or port can exist' : undefined;
}
