import { Controller } from './controller';
import { Owner } from './owner-references';
import { PodObject } from './pod';

/** A controller that nothing else controls, with the revisions and pods under it. */
export interface Family {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
  /** Those that were read, it among them if it was, without revisions that keep no pods. */
  readonly controllers: readonly Controller[];
  readonly pods: readonly PodObject[];
}

/** Controllers of Kubernetes, and those that control them. */
const CONTROLLED_BY: ReadonlyMap<string, string | undefined> = new Map([
  ['CronJob', undefined],
  ['DaemonSet', undefined],
  ['Deployment', undefined],
  ['Job', 'CronJob'],
  ['ReplicaSet', 'Deployment'],
  ['ReplicationController', undefined],
  ['StatefulSet', undefined],
]);

/** The label by whose value a Deployment names its ReplicaSets. */
const HASH_LABEL = 'pod-template-hash';

/** Puts pods and controllers together that have the same controller above all. */
export class Families {
  private readonly families = new Map<string, Family & { controllers: Controller[]; pods: PodObject[] }>();
  private readonly controllers = new Map<string, Controller>();

  constructor(controllers: readonly Controller[]) {
    for (const controller of controllers) this.controllers.set(idOf(controller.namespace, controller), controller);
    for (const controller of controllers) {
      const maker = makerOf(controller);
      if (maker === undefined || !controller.isScaledToZero) {
        this.family(controller.namespace, maker ?? controller).controllers.push(controller);
      }
    }
  }

  /** Every family. */
  get all(): readonly Family[] {
    return [...this.families.values()];
  }

  /** Puts a pod to its family; false where it has none. */
  takeIn(pod: PodObject): boolean {
    if (pod.owner === undefined || !CONTROLLED_BY.has(pod.owner.kind)) return false;
    this.family(pod.namespace, this.makerOfPod(pod, pod.owner)).pods.push(pod);
    return true;
  }

  private makerOfPod({ namespace, shape }: PodObject, owner: Owner): Owner {
    const controller = this.controllers.get(idOf(namespace, owner));
    if (controller !== undefined) return makerOf(controller) ?? owner;
    const hash = Object.hasOwn(shape.labels, HASH_LABEL) ? `-${shape.labels[HASH_LABEL]}` : undefined;
    if (owner.kind !== 'ReplicaSet' || hash === undefined || !owner.name.endsWith(hash)) return owner;
    return { kind: 'Deployment', name: owner.name.slice(0, -hash.length) };
  }

  private family(namespace: string, { kind, name }: Owner) {
    const id = idOf(namespace, { kind, name });
    const family = this.families.get(id) ?? { namespace, kind, name, controllers: [], pods: [] };
    this.families.set(id, family);
    return family;
  }
}

/** The controller of a controller, if it is one of Kubernetes' own. */
function makerOf({ kind, owner }: Controller): Owner | undefined {
  const maker = CONTROLLED_BY.get(kind);
  return maker !== undefined && owner?.kind === maker ? owner : undefined;
}

function idOf(namespace: string, { kind, name }: Owner): string {
  return `${namespace}/${kind}/${name}`;
}
