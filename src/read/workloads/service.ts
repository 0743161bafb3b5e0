import { Service, ServicePort } from '../../model/cluster';
import { Port } from '../../model/port';
import { portNumber } from '../../model/port-fields';
import { dnsLabelProblem } from '../../model/syntax';
import { Field } from '../field';
import { Metadata } from '../metadata';
import { readProtocol } from '../policies/network-policy-port';
import { allRead, selectorOf } from '../policies/selector';

const SERVICE_PORT = new Set(['appProtocol', 'name', 'nodePort', 'port', 'protocol', 'targetPort']);

/** A Service. */
export function readService(object: Field, { name, namespace }: Metadata): Service | undefined {
  const spec = object.get('spec').struct();
  const selector = selectorOf(spec.get('selector'), []);
  const isElsewhere = spec.get('type').text() === 'ExternalName';
  const items = spec.get('ports').items();
  const ports = allRead(items.map(item => readServicePort(item, items.length > 1)));
  checkNames(items);
  if (selector === undefined || ports === undefined) return undefined;
  return { namespace, name, selector: selector.selectsEverything || isElsewhere ? undefined : selector, ports };
}

function readServicePort(item: Field, needsName: boolean): ServicePort | undefined {
  const entry = item.struct(SERVICE_PORT);
  const portField = entry.get('port');
  portField.require('port');
  const number = portField.wholeNumber();
  const port = number === undefined ? undefined : portField.attempt(() => portNumber(number));
  const name = entry.get('name').text() || undefined;
  if (name !== undefined) entry.get('name').textBy(dnsLabelProblem, 'name');
  else if (needsName) entry.get('name').refuse('the port has no name', 'name the ports where there are several');
  const protocol = readProtocol(entry.get('protocol'));
  if (port === undefined || protocol === undefined) return undefined;
  return { name, protocol, port, targetPort: readTargetPort(entry.get('targetPort')) ?? port };
}

/** Undefined where it is the Service's own port: left out, 0 or empty. */
function readTargetPort(field: Field): number | string | undefined {
  const target = field.wholeNumberOrText();
  if (target === undefined || target === 0 || target === '') return undefined;
  field.attempt(() => (typeof target === 'string' ? Port.named(target) : portNumber(target)));
  return target;
}

function checkNames(ports: readonly Field[]): void {
  const names = new Set<unknown>();
  for (const port of ports) {
    const { value } = port.get('name');
    if (value !== undefined && names.has(value)) port.get('name').refuse(`the name '${value}' is taken`, 'use another');
    names.add(value);
  }
}
