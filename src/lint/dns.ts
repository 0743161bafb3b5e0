import { AdminPolicy } from '../model/admin-policy';
import { Policy } from '../model/policy';
import { Port } from '../model/port';
import { Protocol } from '../model/protocol';
import { LintSubject } from './lint-subject';

/** A port of a protocol. */
export interface PortNumber {
  readonly protocol: Protocol;
  readonly port: number;
}

/** Ports on which DNS pods answer: 5353 on OpenShift, where port 53 of the Service leads there. */
export const DNS_PORTS: readonly number[] = [53, 5353];

/** What decides about the egress of some pods. */
export interface Deciding {
  readonly policies: readonly Policy[];
  readonly admin: readonly AdminPolicy[];
}

/** Whether policies may allow a port to anyone at all; a name may be that of any port. */
export function mayAllow(deciding: Deciding, wanted: PortNumber, subject: LintSubject): boolean {
  const ports = mayBeAllowed(deciding);
  return ports.some(hasName(wanted)) || includes(ports, wanted, subject);
}

/** The ports that policies may allow to anyone at all. */
export function mayBeAllowed({ policies, admin }: Deciding): readonly Port[] {
  const accepting = admin.flatMap(({ egress }) => egress).filter(({ action }) => action === 'Accept');
  return [...policies.flatMap(({ egress = [] }) => egress), ...accepting].flatMap(({ ports }) => ports);
}

/** Whether a port is one of these by its number. */
export function includes(ports: readonly Port[], { protocol, port }: PortNumber, { reach }: LintSubject): boolean {
  return reach.portSets.has(reach.portSets.of(ports), protocol, port);
}

function hasName({ protocol }: PortNumber): (port: Port) => boolean {
  return port => port.name !== undefined && port.protocol === protocol;
}
