import { Port } from '../../model/port';
import { Answer, combine, Connection, Participant, verdictOf } from '../ends/connection';
import { portsAt, Target } from '../ends/targets';
import { Reach } from '../reach/reach';
import { PortSetId, PortSets } from '../sets/port-sets';

/** What becomes of connections between what was read: every source to every destination. */
export function askConcrete(
  reach: Reach,
  { from, to }: { from: readonly Target[]; to: readonly Target[] },
  ports: readonly Port[],
): Answer {
  return combine(to, destination => {
    const asked = reach.rulePorts.exactly(portsAt(destination, ports), destination.workload?.ports);
    if (asked === PortSets.NONE) {
      return { verdict: 'unknown', reason: `${destination.name} has no port ${ports.join(', ')}` };
    }
    return combine(from, source => askPair(reach, { source, destination }, asked));
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
  const parts = {
    allowed: first(portSets.intersect(asked, allowed)),
    denied: first(portSets.subtract(portSets.subtract(asked, allowed), unknown)),
    reason: portSets.intersect(asked, unknown) === PortSets.NONE ? undefined : reasons.join('; '),
  };
  return { ...parts, verdict: verdictOf(parts) };

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
