import { oneOf } from '../../model/check';
import { Port } from '../../model/port';
import { portNumber } from '../../model/port-fields';
import { Protocol, PROTOCOLS } from '../../model/protocol';
import { Field } from '../field';

const PORT = new Set(['endPort', 'port', 'protocol']);

const FIRST = 1;
const LAST = 65535;

const aProtocol = oneOf(PROTOCOLS);

/** An entry of `ports` in a NetworkPolicy's rule. */
export function readPort(item: Field): Port | undefined {
  const entry = item.struct(PORT);
  const protocol = readProtocol(entry.get('protocol'));
  const field = entry.get('port');
  const port = field.wholeNumberOrText();
  const endPort = field.isPresent && port === undefined ? undefined : readEndPort(entry.get('endPort'), port);
  if (port === undefined) return protocol && Port._range(protocol, FIRST, LAST);
  const last = typeof port === 'number' ? Math.max(port, endPort ?? port) : undefined;
  return field.attempt(() => portOf(port, last, protocol));
}

/** Whatever its protocol, a port has to exist. */
function portOf(port: number | string, last: number | undefined, protocol = Protocol.TCP): Port {
  return typeof port === 'string' ? Port.named(port, protocol) : Port._written(protocol, portNumber(port), last);
}

/** A protocol; TCP where it is left out. */
export function readProtocol(field: Field): Protocol | undefined {
  const text = field.text();
  return text === undefined ? Protocol.TCP : field.attempt(() => aProtocol(text));
}

function readEndPort(field: Field, port: number | string | undefined): number | undefined {
  const endPort = field.wholeNumber();
  if (endPort === undefined) return undefined;
  if (typeof port === 'number') {
    if (endPort >= port) return field.attempt(() => portNumber(endPort));
    field.refuse(`endPort ${endPort} is less than port ${port}`, 'give the last port of the range');
  } else {
    const first = port === undefined ? 'port is left out' : `port '${port}' is a name`;
    field.refuse(
      `endPort ${endPort} is given although ${first}`,
      'give the first port as a number, or leave out endPort',
    );
  }
  return undefined;
}
