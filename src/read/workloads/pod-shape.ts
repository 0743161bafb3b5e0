import { PodShape } from '../../model/pod-shape';

export type { PodShape } from '../../model/pod-shape';

/**
 * Labels that controllers put on their pods: the template does not have them, or each pod has its own value.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
const AUTOMATIC_LABELS = [
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
];

/** A shape by which pods of one controller are compared. */
export interface Shaped {
  /** Without the labels that tell pods of one controller apart, unless somebody asks about them. */
  readonly common: PodShape;
  /** Equal for equal shapes. */
  readonly key: string;
}

/** How shapes are compared where these labels are asked about. */
export function shapedBy(askedKeys: ReadonlySet<string>): (shape: PodShape) => Shaped {
  const dropped = AUTOMATIC_LABELS.filter(key => !askedKeys.has(key));
  return shape => {
    const labels = { ...shape.labels };
    for (const key of dropped) delete labels[key];
    const common = { ...shape, labels };
    return { common, key: keyOf(common) };
  };
}

/** What most have, the first by key of several; undefined where each is different. */
export function commonest<T extends Shaped>(shapes: readonly T[]): T | undefined {
  const counts = new Map<string, number>();
  for (const { key } of shapes) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  if (most === 1 && counts.size > 1) return undefined;
  const [first] = [...counts.keys()].filter(key => counts.get(key) === most).sort();
  return shapes.find(({ key }) => key === first);
}

function keyOf({ labels, ports, hostNetwork }: PodShape): string {
  const sortedPorts = ports.map(({ name, port, protocol }) => `${protocol} ${port} ${name ?? ''}`).sort();
  const sortedLabels = Object.keys(labels)
    .sort()
    .map(key => [key, labels[key]]);
  return JSON.stringify([sortedLabels, sortedPorts, hostNetwork]);
}
