import { EndpointRef } from '../../model/endpoint-ref';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';
import { Answer, answerOf, combine, Connection, NOTHING } from '../ends/connection';
import { portsAt } from '../ends/targets';
import { HOST_NETWORK } from '../reach/endpoints';
import { Reach } from '../reach/reach';
import { End, endsOf, leftAside } from '../space/ends';
import { connectionOf } from '../space/participants';
import { Connections, Questions } from '../space/questions';
import { policiesAbout } from '../space/relevance';
import { Existence, Space } from '../space/space';
import { missingPorts, withMissing } from './missing-ports';

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

interface Ends {
  readonly from: End;
  readonly to: End;
}

function askEnds(reach: Reach, ends: Ends, question: SpaceQuestion): Answer {
  const { from, to } = ends;
  const missing = missingAt(reach, to, question.ports);
  const isHost = [from, to].some(({ target }) => target?.workload?.hostNetwork);
  // Of who is left aside nothing is in doubt.
  const mayBeNobody = isHost || missing.length > 0;
  if (mayBeNobody && askPorts(reach, ends, { ...question, ports: [Port.all()] }) === NOTHING) return NOTHING;
  if (isHost) return { verdict: 'unknown', reason: HOST_NETWORK };
  const ports = to.target === undefined ? question.ports : portsAt(to.target, question.ports);
  return withMissing(askPorts(reach, ends, { ...question, ports }), missing);
}

/** A pod that could exist may have any name for a port. */
function missingAt(reach: Reach, { target, peer }: End, ports: readonly Port[]): string[] {
  if (target !== undefined) return missingPorts(reach, target, ports);
  return peer instanceof Pods ? [] : missingPorts(reach, { name: String(peer) }, ports);
}

/** @param question whose ports are the destination's own */
function askPorts(reach: Reach, { from, to }: Ends, question: SpaceQuestion): Answer {
  const { cluster, assumptions, endpoints } = reach;
  const space = new Space(endpoints.pods.namespaces(), assumptions, { from: from.knowledge, to: to.knowledge });
  const questions = new Questions(space, policiesAbout({ from, to }, cluster));
  const connections: Connections = { from: [from.peer], to: [to.peer], ports: question.ports };
  const except = [
    ...question.except.map(ref => ({ ...connections, from: leftAside(ref, reach) })),
    ...question.exceptTo.map(ref => ({ ...connections, to: leftAside(ref, reach) })),
  ];
  const witness = (found: Existence): Connection | undefined =>
    found.verdict === 'some' ? connectionOf(found.witness, { from: from.target, to: to.target }) : undefined;
  const [allowed, denied] = [questions.anyAllowed(connections, except), questions.anyDenied(connections, except)];
  const reason = [allowed, denied].flatMap(found => (found.verdict === 'unknown' ? found.reason : []))[0];
  return answerOf({ allowed: witness(allowed), denied: witness(denied), reason });
}
