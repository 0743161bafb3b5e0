import { Direction, sectionOf } from '../../model/direction';
import { EndpointRef, refInWords } from '../../model/endpoint-ref';
import { Pods } from '../../model/pods';
import { Participant } from '../ends/connection';
import { UnknownEndpoint } from '../ends/find-endpoint';
import { HOST_NETWORK } from '../reach/endpoints';
import { enforcedBy, podsIsolatedBy } from '../reach/enforcement';
import { Reach } from '../reach/reach';
import { negate } from '../space/atoms';
import { End, endsOf } from '../space/ends';
import { connectionOf } from '../space/participants';
import { problems } from '../space/questions';
import { Existence, Space } from '../space/space';

/** Whether pods are among those that policies select: all of them, some, or none. */
export interface Selection {
  /** One that is selected, if one can be. */
  readonly selected?: Participant;
  /** One that is not selected, if one can be. */
  readonly unselected?: Participant;
  /** Why it cannot be told; undefined where it can. */
  readonly reason?: string;
}

/** The pods that NetworkPolicies isolate for a direction. */
export function isolatedPods({ cluster, assumptions }: Reach, direction: Direction): Pods[] {
  return podsIsolatedBy(enforcedBy(assumptions.engine, cluster).policies, direction);
}

/** The pods that any policy is about, those of administrators included. */
export function podsWithPolicies(reach: Reach, direction: Direction): Pods[] {
  const { adminPolicies } = enforcedBy(reach.assumptions.engine, reach.cluster);
  const admin = adminPolicies.filter(policy => policy[sectionOf(direction)].length > 0);
  return [...isolatedPods(reach, direction), ...admin.map(({ subject }) => subject)];
}

/** Asks which of the pods that a reference stands for are among others. @throws UnknownEndpoint for addresses too */
export function askSelection(reach: Reach, ref: EndpointRef, among: readonly Pods[]): Selection {
  if (ref.kind === 'addresses') {
    throw new UnknownEndpoint(refInWords(ref), 'stands for addresses; policies select pods');
  }
  const found = endsOf(ref, reach).map(end => selectionOf(reach, end, among));
  return {
    selected: found.find(({ selected }) => selected !== undefined)?.selected,
    unselected: found.find(({ unselected }) => unselected !== undefined)?.unselected,
    reason: found.find(({ reason }) => reason !== undefined)?.reason,
  };
}

function selectionOf(reach: Reach, { peer, target, knowledge }: End, among: readonly Pods[]): Selection {
  if (target?.workload?.hostNetwork) return { reason: HOST_NETWORK };
  const space = new Space(reach.endpoints.pods.namespaces(), reach.assumptions, { to: knowledge });
  const asked = problems(space.encoder.peer('to', peer));
  const others = among.map(pods => space.encoder.pods('to', pods));
  const inside = space.find({ parts: [asked, problems(others)], clauses: [] });
  const outside = space.find({ parts: [asked], clauses: negate(others) });
  const pod = (found: Existence) =>
    found.verdict === 'some' ? connectionOf(found.witness, { to: target }).to : undefined;
  const unknown = [inside, outside].find(({ verdict }) => verdict === 'unknown');
  const reason = unknown?.verdict === 'unknown' ? unknown.reason : undefined;
  return { selected: pod(inside), unselected: pod(outside), reason };
}
