import { Port } from '../oracle/manifest';
import { isPortName } from './names';

export function refusedPort({ protocol, port, endPort }: Port, field: string): string[] {
  const isProtocol = protocol === undefined || protocol === null || ['TCP', 'UDP', 'SCTP'].includes(protocol);
  return [
    ...(isProtocol ? [] : [`${field}.protocol`]),
    ...(isPortOrNothing(port) ? [] : [`${field}.port`]),
    ...(isEndOrNothing(endPort, port) ? [] : [`${field}.endPort`]),
  ];
}

function isPortOrNothing(port: Port['port']): boolean {
  if (port === undefined || port === null) return true;
  return typeof port === 'string' ? isPortName(port) : isPortNumber(port);
}

/** A range ends at or above its first port, which has to be a number. */
function isEndOrNothing(endPort: Port['endPort'], port: Port['port']): boolean {
  if (endPort === undefined || endPort === null) return true;
  return typeof port === 'number' && endPort >= port && isPortNumber(endPort);
}

function isPortNumber(port: number): boolean {
  return port >= 1 && port <= 65535;
}
