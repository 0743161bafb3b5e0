import { Port } from '../../model/port';
import { Answer, answerOf, combine, Connection, Participant } from '../ends/connection';
import { portsAt, Target } from '../ends/targets';
import { Reach } from '../reach/reach';
import { PortSetId, PortSets } from '../sets/port-sets';
import { missingPorts, withMissing } from './missing-ports';

/** What becomes of connections between what was read: every source to every destination. */
export function askConcrete(
  reach: Reach,
  { from, to }: { from: readonly Target[]; to: readonly Target[] },
  ports: readonly Port[],
): Answer {
  return combine(to, destination => {
    const asked = reach.rulePorts.exactly(portsAt(destination, ports), destination.workload?.ports);
    const sources = asked === PortSets.NONE ? [] : from;
    const answer = combine(sources, source => askPair(reach, { source, destination }, asked));
    return withMissing(answer, missingPorts(reach, destination, ports));
  });
}

function askPair(
  reach: Reach,
  { source, destination }: { source: Target; destination: Target },
  asked: PortSetId,
): Answer {
  const { portSets } = reach;
  const { allowed, unknown, reasons } = isItself(source, destination)
    ? { allowed: PortSets.ALL, unknown: PortSets.NONE, reasons: [] }
    : reach.between(source.endpoint, destination.endpoint);
  return answerOf({
    allowed: first(portSets.intersect(asked, allowed)),
    denied: first(portSets.subtract(portSets.subtract(asked, allowed), unknown)),
    reason: portSets.intersect(asked, unknown) === PortSets.NONE ? undefined : reasons.join('; '),
  });

  function first(set: PortSetId): Connection | undefined {
    if (set === PortSets.NONE) return undefined;
    const [{ protocol, first: port }] = portSets.ranges(set);
    return { from: source, to: destination, protocol, port };
  }
}

/** A pod always reaches itself. Two pods of one controller are two pods. */
export function isItself(source: Pick<Participant, 'workload'>, destination: Pick<Participant, 'workload'>): boolean {
  return source.workload !== undefined && source.workload === destination.workload && source.workload.kind === 'Pod';
}
