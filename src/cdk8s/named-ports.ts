import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { KIND } from '../emit/network-policy';
import { podOf } from '../model/pod-manifest';
import { PodShape } from '../model/pod-shape';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { NumberOf } from '../patterns/plan';

/** Numbers for names, as all of the containers of a tree say them that are in some pods, and the object of these pods. */
export function numbersIn(root: IConstruct): NumberOf {
  return (named, pods) => {
    const own = pods._numberOf(named);
    const others = podsIn(root, pods).map(({ ports }) => numberIn(ports, named));
    const [first, ...rest] = own === undefined ? others : [own.first, ...others];
    if (first === undefined || named.protocol === undefined || rest.some(number => number !== first)) return undefined;
    return Port._range(named.protocol, first);
  };
}

function podsIn(root: IConstruct, { namespace, podSelector }: Pods): PodShape[] {
  const objects = root.node.findAll().filter(node => ApiObject.isApiObject(node));
  return objects
    .filter(({ kind, metadata }) => kind !== KIND && metadata.namespace === namespace)
    .flatMap(object => podOf(object.toJson()) ?? [])
    .filter(({ labels }) => podSelector.matches(labels));
}

function numberIn(ports: PodShape['ports'], { name, protocol }: Port): number | undefined {
  return ports.find(port => port.name === name && port.protocol === protocol)?.port;
}
