import { ContainerPort, Labels } from '../../model/cluster';
import { IpAddress, parseIp } from '../../model/ip-address';
import { Port } from '../../model/port';
import { portNumber } from '../../model/port-fields';
import { Field } from '../field';
import { Metadata, readMetadata } from '../metadata';
import { readProtocol } from '../policies/network-policy-port';
import { Owner } from './owner-references';
import { PodShape } from './pod-shape';

/** A pod that runs, or will. */
export interface PodObject {
  readonly name: string;
  readonly namespace: string;
  readonly shape: PodShape;
  readonly addresses: readonly IpAddress[];
  readonly owner?: Owner;
}

const CONTAINER_PORT = new Set(['containerPort', 'hostIP', 'hostPort', 'name', 'protocol']);

/** Phases of pods that have no processes any more. */
const ENDED = new Set(['Succeeded', 'Failed']);

/** A Pod; undefined for one that has ended. */
export function readPod(object: Field, { name, namespace, labels, owner }: Metadata): PodObject | undefined {
  const status = object.get('status').struct();
  const shape = readShape(object.get('spec'), labels);
  const addresses = readAddresses(status);
  if (ENDED.has(status.get('phase').text() ?? '')) return undefined;
  return { name, namespace, shape, addresses, owner };
}

/** The template of a controller's pods. */
export function readTemplate(field: Field): PodShape {
  const template = field.struct();
  return readShape(template.get('spec'), readMetadata(template).labels);
}

function readShape(field: Field, labels: Labels): PodShape {
  const spec = field.struct();
  const ports: ContainerPort[] = [];
  for (const container of spec.get('containers').items()) readPorts(container.struct(), ports);
  for (const container of spec.get('initContainers').items()) {
    // A sidecar, which runs beside the others.
    if (container.struct().get('restartPolicy').text() === 'Always') readPorts(container, ports);
  }
  return { labels, ports, hostNetwork: spec.get('hostNetwork').flag() ?? false };
}

function readPorts(container: Field, ports: ContainerPort[]): void {
  for (const item of container.get('ports').items()) {
    const port = readContainerPort(item);
    if (port !== undefined) ports.push(port);
  }
}

function readContainerPort(item: Field): ContainerPort | undefined {
  const entry = item.struct(CONTAINER_PORT);
  const field = entry.get('containerPort');
  field.require('containerPort');
  const number = field.wholeNumber();
  const port = number === undefined ? undefined : field.attempt(() => portNumber(number));
  const protocol = readProtocol(entry.get('protocol'));
  const name = readPortName(entry.get('name'));
  return port === undefined || protocol === undefined ? undefined : { name, port, protocol };
}

/** A port's name; the empty one is none. */
function readPortName(field: Field): string | undefined {
  const name = field.text();
  return name ? field.attempt(() => Port.named(name).name) : undefined;
}

function readAddresses(status: Field): IpAddress[] {
  const addresses: IpAddress[] = [];
  for (const item of status.get('podIPs').items()) readAddress(item.struct().get('ip'), addresses);
  if (addresses.length === 0) readAddress(status.get('podIP'), addresses);
  return addresses;
}

function readAddress(field: Field, addresses: IpAddress[]): void {
  const text = field.text();
  if (!text) return;
  const address = parseIp(text);
  if (address === undefined) field.refuse(`'${text}' is not an IP address`, 'write it like 10.0.0.1 or fd00::1');
  else addresses.push(address);
}
