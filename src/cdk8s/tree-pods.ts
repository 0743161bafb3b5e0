import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { KIND } from '../emit/network-policy';
import { LabelSelector } from '../model/label-selector';
import { podOf } from '../model/pod-manifest';
import { PodShape } from '../model/pod-shape';
import { Pods } from '../model/pods';

/** The trees that are being read now. */
const READ = new WeakMap<IConstruct, TreePods>();

/** The pods that the objects of a tree make, each namespace's read once, when somebody asks. */
export class TreePods {
  /** Those of the reading that goes on, or else as they are now. */
  static in(root: IConstruct): TreePods {
    return READ.get(root) ?? new TreePods(root);
  }

  private readonly read = new Map<string | undefined, LabeledPods>();

  constructor(private readonly root: IConstruct) {}

  /** Those of them that are some pods, in the one namespace of these. */
  among({ namespace, podSelector }: Pods): PodShape[] {
    const pods = this.read.get(namespace) ?? new LabeledPods(this.podsIn(namespace));
    this.read.set(namespace, pods);
    return pods.matching(podSelector);
  }

  private podsIn(namespace: string | undefined): PodShape[] {
    const objects = this.root.node.findAll().filter(node => ApiObject.isApiObject(node));
    return objects
      .filter(({ kind, metadata }) => kind !== KIND && metadata.namespace === namespace)
      .flatMap(object => podOf(object.toJson()) ?? []);
  }
}

/** Pods of one namespace by each of their labels: a workload asks for few of thousands. */
class LabeledPods {
  private readonly byLabel = new Map<string, PodShape[]>();

  constructor(private readonly all: readonly PodShape[]) {
    for (const pod of all) {
      for (const label of Object.entries(pod.labels).map(inWords)) {
        const known = this.byLabel.get(label);
        if (known === undefined) this.byLabel.set(label, [pod]);
        else known.push(pod);
      }
    }
  }

  matching(selector: LabelSelector): PodShape[] {
    const each = Object.entries(selector.matchLabels).map(label => this.byLabel.get(inWords(label)) ?? []);
    const fewest = each.reduce((fewer, pods) => (pods.length < fewer.length ? pods : fewer), this.all);
    return fewest.filter(({ labels }) => selector.matches(labels));
  }
}

function inWords([key, value]: readonly [string, string]): string {
  return `${key}=${value}`;
}

/** Does work in which nobody changes a tree: its objects are read once for all of it. */
export function readingOnce<T>(root: IConstruct, work: () => T): T {
  if (isReadOnce(root)) return work();
  READ.set(root, new TreePods(root));
  try {
    return work();
  } finally {
    READ.delete(root);
  }
}

/** Whether such work is going on. */
export function isReadOnce(root: IConstruct): boolean {
  return READ.has(root);
}
