import { Workload } from '../../model/cluster';
import { formatIp } from '../../model/ip-address';
import { Controller } from './controller';
import { Families, Family } from './families';
import { PodObject } from './pod';
import { commonest, PodShape, Shaped, shapedBy } from './pod-shape';

/** What there is of pods and of what makes them. */
export interface PodSources {
  readonly pods: readonly PodObject[];
  readonly controllers: readonly Controller[];
  /** Keys of the labels that any selector asks about. */
  readonly askedKeys: () => ReadonlySet<string>;
}

/**
 * Pods of one controller are one workload, with what the pods have rather than what the template says.
 *
 * Pods that policies could tell from the rest of their controller's stand for themselves.
 */
export function workloadsOf({ pods, controllers, askedKeys }: PodSources): Workload[] {
  const families = new Families(controllers);
  const lone = pods.filter(pod => !families.takeIn(pod)).map(podWorkload);
  if (families.all.length === 0) return lone;
  const shaped = shapedBy(askedKeys());
  return [...lone, ...families.all.flatMap(family => workloadsOfFamily(family, shaped))];
}

type ShapedPod = PodObject & Shaped;

type ShapedController = Controller & Shaped;

function workloadsOfFamily(family: Family, shaped: (shape: PodShape) => Shaped): Workload[] {
  const pods = family.pods.map(pod => ({ ...pod, ...shaped(pod.shape) }));
  const controllers = family.controllers.map(each => ({ ...each, ...shaped(each.template) }));
  const top = controllers.find(({ kind }) => kind === family.kind);
  const main = mainShape(pods, controllers, top);
  const mine = pods.filter(({ key }) => key === main?.key);
  const others = pods.filter(({ key }) => key !== main?.key);
  const revisions = controllers.filter(each => each !== top && each.key !== main?.key);
  const ofRevisions = revisions.map(revision => ({ revision, own: others.filter(pod => isOf(pod, revision)) }));
  const taken = new Set(ofRevisions.flatMap(({ own }) => own));
  const owners = new Set(pods.map(({ owner }) => owner?.name));
  return [
    ...(main === undefined ? [] : [workload(family, main, mine)]),
    ...ofRevisions
      // One whose pods are all there, and different, is nothing more than they are.
      .filter(({ revision, own }) => own.length > 0 || !owners.has(revision.name))
      .map(({ revision, own }) => workload(revision, revision, own)),
    ...others.filter(pod => !taken.has(pod)).map(podWorkload),
  ];
}

/** What the pods are, or will be: as the template says, unless no pod that is there fits it. */
function mainShape(
  pods: readonly ShapedPod[],
  controllers: readonly ShapedController[],
  top: ShapedController | undefined,
): Shaped | undefined {
  if (top !== undefined && (pods.length === 0 || pods.some(({ key }) => key === top.key))) return top;
  return pods.length > 0 ? commonest(pods) : commonest(controllers);
}

/** Whether a pod is as the revision of a Deployment that it belongs to. */
function isOf({ owner, key }: ShapedPod, revision: ShapedController): boolean {
  return owner?.kind === revision.kind && owner.name === revision.name && key === revision.key;
}

function podWorkload({ namespace, name, shape, addresses }: PodObject): Workload {
  const { labels, ports, hostNetwork } = shape;
  return { namespace, kind: 'Pod', name, labels, ports, addresses, hostNetwork };
}

function workload(
  { namespace, kind, name }: Pick<Workload, 'namespace' | 'kind' | 'name'>,
  { common: { labels, ports, hostNetwork } }: Shaped,
  pods: readonly PodObject[],
): Workload {
  const addresses = new Map(pods.flatMap(pod => pod.addresses.map(address => [formatIp(address), address])));
  const podNames = pods.length === 0 ? undefined : pods.map(pod => pod.name);
  return { namespace, kind, name, labels, ports, addresses: [...addresses.values()], hostNetwork, podNames };
}
