import { IConstruct } from 'constructs';
import { PodShape } from '../model/pod-shape';
import { Port } from '../model/port';
import { NumberOf } from '../patterns/plan';
import { TreePods } from './tree-pods';

/** Numbers for names, as all of the containers of a tree say them that are in some pods, and the object of these pods. */
export function numbersIn(root: IConstruct): NumberOf {
  const tree = TreePods.in(root);
  return (named, pods) => {
    const own = pods._numberOf(named);
    const others = tree.among(pods).map(({ ports }) => numberIn(ports, named));
    const [first, ...rest] = own === undefined ? others : [own.first, ...others];
    if (first === undefined || named.protocol === undefined || rest.some(number => number !== first)) return undefined;
    return Port._range(named.protocol, first);
  };
}

function numberIn(ports: PodShape['ports'], { name, protocol }: Port): number | undefined {
  return ports.find(port => port.name === name && port.protocol === protocol)?.port;
}
