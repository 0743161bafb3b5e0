import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { KIND } from '../emit/network-policy';
import { podOf } from '../model/pod-manifest';
import { PodShape } from '../model/pod-shape';
import { Pods } from '../model/pods';
import { Port } from '../model/port';

/**
 * Ports with numbers for names, where the containers of these pods are in the same tree and say them.
 *
 * A name stays where no container has it, or not each of these pods the same number for it.
 */
export function numbered(ports: readonly Port[], pods: Pods, root: IConstruct): readonly Port[] {
  if (ports.every(({ name }) => name === undefined)) return ports;
  const manifests = manifestsOf(pods, root);
  return ports.map(port => (port.name === undefined ? port : (numberOf(port, manifests) ?? port)));
}

function manifestsOf(pods: Pods, root: IConstruct): PodShape[] {
  const objects = root.node.findAll().filter(node => ApiObject.isApiObject(node));
  return objects
    .filter(({ kind, metadata }) => kind !== KIND && metadata.namespace === pods.namespace)
    .flatMap(object => podOf(object.toJson()) ?? [])
    .filter(({ labels }) => pods.podSelector.matches(labels));
}

/** Undefined unless all agree. */
function numberOf({ name, protocol }: Port, manifests: readonly PodShape[]): Port | undefined {
  const numbers = manifests.map(
    ({ ports }) => ports.find(port => port.name === name && port.protocol === protocol)?.port,
  );
  const [first] = numbers;
  if (first === undefined || protocol === undefined || numbers.some(number => number !== first)) return undefined;
  return Port._range(protocol, first);
}
