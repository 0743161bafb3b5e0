import { isRecord, oneOf } from '../../model/check';
import { EndpointRef } from '../../model/endpoint-ref';
import { Expectation, Promised, WrittenExpectation } from '../../model/expectation';
import { Port } from '../../model/port';
import { Protocol, PROTOCOLS } from '../../model/protocol';
import { Field } from '../field';
import { Place } from '../place';
import { allRead } from '../policies/selector';
import { readEndpoint } from './endpoint';
import { readPodSelection } from './pod-selection';
import { readPort } from './port';

const FIELDS = new Set(['from', 'to', 'except', 'exceptTo', 'port', 'protocol', 'expect', 'because']);

/** One expectation of a file; undefined where it cannot be read. */
export function readExpectation(item: Field, place: Place): Expectation | undefined {
  const fields = item.struct(FIELDS);
  if (!fields.isPresent) return undefined;
  const written = writtenIn(fields);
  const [from, to] = [endpointIn(fields.get('from')), endpointIn(fields.get('to'))];
  const [except, exceptTo] = [endpointsIn(fields.get('except')), endpointsIn(fields.get('exceptTo'))];
  const port = portIn(fields.get('port'), written.protocol);
  const { path } = item;
  if (from === undefined || to === undefined || port === undefined) return undefined;
  const question = { from, to, except, exceptTo, ports: [port] };
  return { written, question, origin: { at: (inner = []) => place.at([...path, ...inner]) } };
}

function writtenIn(fields: Field): WrittenExpectation {
  return {
    from: fields.get('from').value,
    to: fields.get('to').value,
    except: fields.get('except').value,
    exceptTo: fields.get('exceptTo').value,
    protocol: wordIn(fields.get('protocol'), PROTOCOLS),
    port: fields.get('port').wholeNumberOrText(),
    expect: wordIn<Promised>(fields.get('expect'), ['allow', 'deny']),
    because: fields.get('because').text(),
  };
}

const ENDPOINT = 'a name such as shop/web, an address, or { namespace: shop, pods: { app: web } }';

function endpointIn(field: Field): EndpointRef | undefined {
  const { value } = field;
  if (typeof value === 'string') return field.attempt(() => readEndpoint(value));
  if (isRecord(value)) return readPodSelection(field);
  field.refuse(field.isPresent ? 'this is no endpoint' : 'an end is missing', `give ${ENDPOINT}`);
  return undefined;
}

function endpointsIn(field: Field): EndpointRef[] | undefined {
  const items = field.items();
  if (field.isPresent && items.length === 0) field.refuse('nobody is named', `leave it out, or list ${ENDPOINT}`);
  return field.isPresent ? allRead(items.map(endpointIn)) : undefined;
}

function portIn(field: Field, protocol: Protocol | undefined): Port | undefined {
  const port = field.wholeNumberOrText();
  return port === undefined && field.isPresent ? undefined : field.attempt(() => readPort(port, protocol));
}

function wordIn<T extends string>(field: Field, words: readonly T[]): T | undefined {
  return field.isPresent ? field.attempt(() => oneOf(words)(field.value)) : undefined;
}
