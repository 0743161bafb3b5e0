import { Port } from '../../model/port';
import { portNumber } from '../../model/port-fields';
import { Protocol, PROTOCOLS } from '../../model/protocol';
import { Field } from '../field';
import { readProtocol } from './network-policy-port';
import { onlyField } from './schema-rules';

const PROTOCOL_KINDS = new Set(['destinationNamedPort', 'sctp', 'tcp', 'udp']);
const TRANSPORT = new Set(['destinationPort']);
const DESTINATION_PORT = new Set(['number', 'range']);
const RANGE = new Set(['end', 'start']);
const PORT_KINDS = new Set(['namedPort', 'portNumber', 'portRange']);
const PORT_NUMBER = new Set(['port', 'protocol']);
const PORT_RANGE = new Set(['end', 'protocol', 'start']);

const OF_FIELD: Readonly<Record<string, Protocol>> = { tcp: Protocol.TCP, udp: Protocol.UDP, sctp: Protocol.SCTP };

/** An entry of `protocols` in a ClusterNetworkPolicy. */
export function readProtocolMatch(item: Field): Port[] | undefined {
  const [kind = '', field] = onlyField(item, PROTOCOL_KINDS) ?? [];
  if (field === undefined) return undefined;
  if (kind === 'destinationNamedPort') return readNamedPort(field);
  const [, destination] = onlyField(field, TRANSPORT) ?? [];
  const [form, port] = (destination && onlyField(destination, DESTINATION_PORT)) ?? [];
  if (port === undefined) return undefined;
  return form === 'number' ? single(readNumber(port), OF_FIELD[kind]) : readWideRange(port, OF_FIELD[kind]);
}

/** An entry of `ports` in an AdminNetworkPolicy or BaselineAdminNetworkPolicy. */
export function readAdminPort(item: Field): Port[] | undefined {
  const [kind, field] = onlyField(item, PORT_KINDS) ?? [];
  if (field === undefined) return undefined;
  if (kind === 'namedPort') return readNamedPort(field);
  const port = field.struct(kind === 'portNumber' ? PORT_NUMBER : PORT_RANGE);
  const protocol = readProtocol(port.getTyped('protocol'));
  if (protocol === undefined) return undefined;
  return kind === 'portNumber' ? single(readNumber(port.get('port')), protocol) : readRange(port, protocol);
}

/** A name has no protocol here: it is the port of that name, whichever its protocol. */
function readNamedPort(field: Field): Port[] | undefined {
  const name = field.text();
  return name === undefined ? undefined : field.attempt(() => PROTOCOLS.map(protocol => Port.named(name, protocol)));
}

function single(port: number | undefined, protocol: Protocol): Port[] | undefined {
  return port === undefined ? undefined : [Port._range(protocol, port)];
}

/** A range of more than one port. */
function readWideRange(field: Field, protocol: Protocol): Port[] | undefined {
  const range = field.struct(RANGE);
  const start = range.get('start').value;
  if (start === undefined || start !== range.get('end').value) return readRange(range, protocol);
  range.refuse(`the range begins and ends at ${start}`, 'write number');
  return undefined;
}

function readRange(range: Field, protocol: Protocol): Port[] | undefined {
  const [start, end] = [readNumber(range.get('start')), readNumber(range.get('end'))];
  if (start === undefined || end === undefined) return undefined;
  return range.attempt(() => [Port._range(protocol, start, end)]);
}

function readNumber(field: Field): number | undefined {
  field.require('a port');
  const port = field.wholeNumber();
  return port === undefined ? undefined : field.attempt(() => portNumber(port));
}
