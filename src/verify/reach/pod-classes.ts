import { appendTo } from '../../model/append-to';
import { Cluster, Namespace, Workload } from '../../model/cluster';
import { LabelSelector } from '../../model/label-selector';
import { labelOf, Labels } from '../../model/labels';
import { NAMESPACE_NAME_LABEL, Pods } from '../../model/pods';
import { EndpointSet } from '../sets/endpoint-set';
import { Distinctions } from './distinctions';
import { Matcher, matcherOf } from './matcher';

/** Pods that no policy of the cluster tells apart; the first stands for all. */
export type PodClass = readonly [Workload, ...Workload[]];

/** Pods by label and place, whether or not they are a value of their own. */
type SelectedPods = Pick<Pods, 'podSelector' | 'namespace' | 'namespaceSelector'>;

/** A namespace is a span of classes. */
interface Span extends Pick<Namespace, 'labels' | 'isOnlyNamed'> {
  readonly first: number;
  /** After its last class. */
  readonly end: number;
}

const NOWHERE: Span = { labels: {}, first: 0, end: 0 };

/** The pods of a cluster in classes, numbered from 0, namespace after namespace. */
export class PodClasses {
  readonly classes: readonly PodClass[];
  private readonly spans = new Map<string, Span>();
  private readonly numbers = new Map<Workload, number>();
  /** Of each label's key that was looked for: value by value the classes that have it. */
  private readonly byLabel = new Map<string, ReadonlyMap<string, readonly number[]>>();
  private readonly spansOfSelector = new Map<string, readonly Span[]>();

  constructor(cluster: Cluster, distinctions: Distinctions) {
    const classes: [Workload, ...Workload[]][] = [];
    for (const [name, workloads] of byNamespace(cluster)) {
      const first = classes.length;
      const numbers = new Map<string, number>();
      for (const workload of workloads) {
        const key = distinctions.keyOf(workload);
        const number = numbers.get(key) ?? classes.length;
        if (number < classes.length) classes[number].push(workload);
        else classes.push([workload]);
        numbers.set(key, number);
        this.numbers.set(workload, number);
      }
      const labels = { [NAMESPACE_NAME_LABEL]: name };
      this.spans.set(name, { labels, isOnlyNamed: true, first, end: classes.length });
    }
    for (const { name, labels, isOnlyNamed } of cluster.namespaces) {
      const { first, end } = this.spans.get(name) ?? NOWHERE;
      this.spans.set(name, { labels: { ...labels, [NAMESPACE_NAME_LABEL]: name }, isOnlyNamed, first, end });
    }
    this.classes = classes;
  }

  /** The class of a workload. */
  numberOf(workload: Workload): number {
    return this.numbers.get(workload) as number;
  }

  /** Every namespace that was read or named. */
  namespaces(): Namespace[] {
    return [...this.spans].map(([name, { labels, isOnlyNamed }]) => ({ name, labels, isOnlyNamed }));
  }

  /** The labels of a namespace, the automatic one included; undefined for one that was never named. */
  namespaceLabels(name: string): Labels | undefined {
    return this.spans.get(name)?.labels;
  }

  /** The classes of the pods that are selected. @param ownNamespace of the policy, for pods that say no namespace */
  select({ podSelector, namespace, namespaceSelector }: SelectedPods, ownNamespace?: string): EndpointSet {
    if (namespaceSelector !== undefined) return this.selectInSpans(podSelector, this.spansOf(namespaceSelector));
    const span = this.spans.get(namespace ?? ownNamespace ?? '');
    return span === undefined ? EndpointSet.EMPTY : this.selectInSpans(podSelector, [span]);
  }

  private selectInSpans(selector: LabelSelector, spans: readonly Span[]): EndpointSet {
    const matches = matcherOf(selector);
    const candidates = spans.length > 1 ? this.rarest(selector) : undefined;
    return EndpointSet.ofSorted(
      candidates === undefined ? this.scan(spans, matches) : this.filter(candidates, spans, matches),
    );
  }

  private scan(spans: readonly Span[], matches: Matcher): number[] {
    const found: number[] = [];
    for (const { first, end } of spans) {
      for (let number = first; number < end; number++) if (matches(this.classes[number][0].labels)) found.push(number);
    }
    return found;
  }

  /** Candidates and spans are both in ascending order. */
  private filter(candidates: readonly number[], spans: readonly Span[], matches: Matcher): number[] {
    const found: number[] = [];
    let at = 0;
    for (const number of candidates) {
      while (at < spans.length && spans[at].end <= number) at++;
      if (at === spans.length) break;
      if (spans[at].first <= number && matches(this.classes[number][0].labels)) found.push(number);
    }
    return found;
  }

  /** The shortest list of classes that have one of the labels asked for; undefined where none is. */
  private rarest({ matchLabels }: LabelSelector): readonly number[] | undefined {
    let best: readonly number[] | undefined;
    for (const key of Object.keys(matchLabels)) {
      const list = this.byValue(key).get(matchLabels[key]) ?? [];
      if (best === undefined || list.length < best.length) best = list;
    }
    return best;
  }

  private byValue(key: string): ReadonlyMap<string, readonly number[]> {
    const known = this.byLabel.get(key) ?? indexLabel(key, this.classes);
    this.byLabel.set(key, known);
    return known;
  }

  private spansOf(selector: LabelSelector): readonly Span[] {
    const key = String(selector);
    const known = this.spansOfSelector.get(key);
    if (known !== undefined) return known;
    const matches = matcherOf(selector);
    const spans = [...this.spans.values()].filter(span => span.end > span.first && matches(span.labels));
    spans.sort((a, b) => a.first - b.first);
    this.spansOfSelector.set(key, spans);
    return spans;
  }
}

function byNamespace({ workloads }: Cluster): Map<string, Workload[]> {
  const groups = new Map<string, Workload[]>();
  for (const workload of workloads) appendTo(groups, workload.namespace, workload);
  return groups;
}

function indexLabel(key: string, classes: readonly PodClass[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let number = 0; number < classes.length; number++) {
    const value = labelOf(classes[number][0].labels, key);
    if (value !== undefined) appendTo(index, value, number);
  }
  return index;
}
