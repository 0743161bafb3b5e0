import { Service } from '../../model/cluster';
import { blockOf, ConcreteRef, refInWords } from '../../model/endpoint-ref';
import { formatIp } from '../../model/ip-address';
import { Port } from '../../model/port';
import { Reach } from '../reach/reach';
import { AddressSet } from '../sets/address-set';
import { Participant } from './connection';
import { clearNameOf, findEndpoint, targetPorts } from './find-endpoint';

/** One of those that a reference stands for: the pods of a workload, or addresses outside that are treated alike. */
export interface Target extends Participant {
  /** Its number in the {@link Reach}. */
  readonly endpoint: number;
  /** The Service through which it was named. */
  readonly service?: Service;
}

/** Everything that a reference stands for. @throws UnknownEndpoint where nothing of that name was read */
export function targetsOf(ref: ConcreteRef, reach: Reach): Target[] {
  return ref.kind === 'named' ? workloadTargets(ref, reach) : addressTargets(ref, reach);
}

/** Targets of one reference that are treated alike, as one: for addresses, all blocks of them. */
export function together(ref: ConcreteRef, { endpoints }: Reach, targets: readonly Target[]): Target {
  const [first] = targets;
  if (ref.kind === 'named' || ref.cidr._first === ref.cidr._last) return first;
  const classes = new Set(targets.map(({ endpoint }) => endpoint - endpoints.podCount));
  const asked = AddressSet.ofBlock(blockOf(ref));
  const cidrs = endpoints.addresses.addressesOf(ref.cidr._family, classes).intersect(asked).cidrs();
  return { ...first, name: cidrs.join(', '), blocks: { cidrs, areMixed: classes.size > 1 } };
}

/** Ports of a question as those that the target's pods listen on. */
export function portsAt({ service }: Pick<Target, 'service'>, ports: readonly Port[]): readonly Port[] {
  return service === undefined ? ports : targetPorts(service, ports);
}

function workloadTargets(ref: ConcreteRef & { kind: 'named' }, { cluster, endpoints }: Reach): Target[] {
  const { workloads, service } = findEndpoint(ref, cluster);
  return workloads.map(workload => ({
    endpoint: endpoints.pods.numberOf(workload),
    name: clearNameOf(workload, cluster),
    workload,
    service,
  }));
}

function addressTargets(ref: ConcreteRef & { kind: 'addresses' }, { endpoints }: Reach): Target[] {
  const family = ref.cidr._family;
  const asked = AddressSet.ofBlock(blockOf(ref));
  return endpoints.addresses.classesMeeting(asked).map(number => {
    const [{ first: value }] = endpoints.addresses.addressesOf(family, new Set([number])).intersect(asked).ranges;
    const name = ref.cidr._first === ref.cidr._last ? refInWords(ref) : formatIp({ family, value });
    return { endpoint: endpoints.podCount + number, name, address: { family, value } };
  });
}
