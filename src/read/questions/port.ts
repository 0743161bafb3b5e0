import { Port } from '../../model/port';
import { Protocol } from '../../model/protocol';

/**
 * Ports as people write them: `8080`, `8000-8100`, or the name of the destination's port.
 *
 * @param port undefined: every port
 * @param protocol undefined: TCP, or where the port is undefined too every protocol
 * @throws PolicyError `port-range` or `port-name` for what is none
 */
export function readPort(port: number | string | undefined, protocol?: Protocol): Port {
  if (port === undefined) return protocol === undefined ? Port.all() : Port._range(protocol, 1, 65535);
  const [, first, last] = NUMBERS.exec(String(port)) ?? [];
  const ownProtocol = protocol ?? Protocol.TCP;
  if (typeof port === 'string' && first === undefined) return Port.named(port, ownProtocol);
  return Port._range(ownProtocol, Number(first ?? port), Number(last ?? first ?? port));
}

const NUMBERS = /^(\d+)(?:-(\d+))?$/;
