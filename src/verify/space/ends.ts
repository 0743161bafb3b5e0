import { Workload } from '../../model/cluster';
import { blockOf, EndpointRef } from '../../model/endpoint-ref';
import { LabelExpression } from '../../model/label-expression';
import { labelOf } from '../../model/labels';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Target, targetsOf } from '../ends/targets';
import { Reach } from '../reach/reach';
import { Knowledge, podThatIs } from './knowledge';

/** Who may stand at an end: pods that could exist, or one target that is there. */
export interface End {
  readonly peer: PeerTerm;
  readonly target?: Target;
  readonly knowledge?: Knowledge;
}

/** All that a reference stands for. @throws UnknownEndpoint where nothing of that name was read */
export function endsOf(ref: EndpointRef, reach: Reach): End[] {
  if (ref.kind === 'pods') return [{ peer: inSomeNamespace(ref.pods) }];
  if (ref.kind === 'addresses') return [{ peer: blockOf(ref), knowledge: { covers: () => 'no' } }];
  return targetsOf(ref, reach).map(target => {
    const { workload } = target;
    const namespaceLabels = reach.endpoints.pods.namespaceLabels(workload?.namespace ?? '') ?? {};
    return { peer: Pods.any(), target, knowledge: workload && podThatIs(workload, namespaceLabels, reach.assumptions) };
  });
}

/** What a reference leaves aside: pods that are there, and all that could have their labels. */
export function leftAside(ref: EndpointRef, reach: Reach): PeerTerm[] {
  if (ref.kind === 'pods') return [inSomeNamespace(ref.pods)];
  if (ref.kind === 'addresses') return [blockOf(ref)];
  const workloads = targetsOf(ref, reach).flatMap(({ workload }) => workload ?? []);
  return workloads.flatMap(workload => podsLike(workload, reach.cluster.workloads));
}

/** Pods with the labels of a workload that are not another one which has more; none where it has no labels to go by. */
function podsLike({ namespace, labels }: Workload, all: readonly Workload[]): Pods[] {
  const own = Object.entries(labels);
  const rivals = all.filter(
    each => each.namespace === namespace && own.every(([key, value]) => labelOf(each.labels, key) === value),
  );
  const more = new Set(rivals.flatMap(each => Object.keys(each.labels)).filter(key => !Object.hasOwn(labels, key)));
  const apart = [...more].map(key => LabelExpression.doesNotExist(key));
  return own.length === 0 ? [] : [Pods.labeled(labels, ...apart).inNamespace(namespace)];
}

/** Outside of a policy, pods that say no namespace are those of every namespace. */
export function inSomeNamespace(pods: Pods): Pods {
  return pods._isOpen ? pods.inAnyNamespace() : pods;
}
