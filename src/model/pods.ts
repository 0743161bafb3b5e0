import { instance, text } from './check';
import { LabelExpression } from './label-expression';
import { LabelSelector } from './label-selector';
import { ObjectPods } from './object-pods';
import { PeerTerm } from './peer';
import { PodsSource } from './pods-source';
import { naming, PolicyError } from './policy-error';
import { Port } from './port';
import { dnsLabelProblem } from './syntax';

/** The label with a namespace's name that the API server puts on every namespace. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * Pods, by labels and by namespace: both what a policy selects and what a rule lets talk.
 *
 * Pod labels and namespace are one value and are always both demanded (AND); a list of peers is the only OR.
 * Without a namespace, these are pods of the namespace of the construct that they are given to.
 */
export class Pods extends PeerTerm {
  /** Every pod of the namespace. */
  static all(): Pods {
    return new Pods(LabelSelector.everything());
  }

  /** The pods that have these labels (an empty map is an error) and fulfil the expressions. */
  static labeled(labels: Record<string, string>, ...expressions: LabelExpression[]): Pods {
    return naming('Pods.labeled', () => new Pods(LabelSelector._labeled(labels, expressions)));
  }

  /** The pods that fulfil all of the expressions, at least one. */
  static matching(...expressions: LabelExpression[]): Pods {
    return naming('Pods.matching', () => new Pods(LabelSelector._matching(expressions)));
  }

  /** Every pod of every namespace. */
  static any(): Pods {
    return Pods.all().inAnyNamespace();
  }

  /**
   * The pods of an object of the program, in its namespace: a workload, a pod, or a Service for those behind it.
   *
   * A construct of cdk8s-plus, an `ApiObject` (so any of a Helm chart or an included file) or a plain manifest.
   * Its labels are read when the policies are written: one that is added later counts.
   *
   * @param thing a workload is known by its own selector, or else by the labels of its pods
   */
  static of(thing: unknown): Pods {
    return naming('Pods.of', () => Pods._from(ObjectPods.of(thing)));
  }

  /** @internal */
  static _from(source: PodsSource): Pods {
    return new Pods(source, source.namespace);
  }

  /** @internal */
  static _in(namespace: string, podSelector: LabelSelector): Pods {
    return new Pods(podSelector, namespace);
  }

  /** @internal */
  static _of(podSelector: LabelSelector, namespaceSelector?: LabelSelector): Pods {
    return new Pods(podSelector, undefined, namespaceSelector);
  }

  /** Which pods, by their labels; those of an object of the program as they are by now. */
  readonly podSelector!: LabelSelector;
  /** The one namespace that these pods are in; undefined for namespaces by label, or the construct's own. */
  readonly namespace?: string;
  /** The namespaces that these pods are in, by label; undefined for one namespace. */
  readonly namespaceSelector?: LabelSelector;

  /** Undefined where the labels are known once and for all. */
  readonly #source?: PodsSource;

  private constructor(pods: LabelSelector | PodsSource, namespace?: string, namespaceSelector?: LabelSelector) {
    super();
    if (pods instanceof PodsSource) {
      this.#source = pods;
      Object.defineProperty(this, 'podSelector', { enumerable: true, get: () => pods.podSelector() });
    } else this.podSelector = aSelector(pods);
    this.namespace = namespace === undefined ? undefined : namespaceName(namespace);
    this.namespaceSelector = namespaceSelector === undefined ? undefined : aSelector(namespaceSelector);
  }

  /** The same pods, in the namespace of this name. */
  inNamespace(name: string): Pods {
    return naming('Pods.inNamespace', () => new Pods(this.selected, text(name)));
  }

  /** The same pods, in the namespaces that have these labels (an empty map is an error) and fulfil the expressions. */
  inNamespaces(labels: Record<string, string>, ...expressions: LabelExpression[]): Pods {
    return naming(
      'Pods.inNamespaces',
      () => new Pods(this.selected, undefined, LabelSelector._labeled(labels, expressions)),
    );
  }

  /** The same pods, in the namespaces that fulfil all of the expressions, at least one. */
  inNamespacesMatching(...expressions: LabelExpression[]): Pods {
    return naming(
      'Pods.inNamespacesMatching',
      () => new Pods(this.selected, undefined, LabelSelector._matching(expressions)),
    );
  }

  /** The same pods, in whichever namespace. */
  inAnyNamespace(): Pods {
    return new Pods(this.selected, undefined, LabelSelector.everything());
  }

  /** @internal */
  get _areReadLate(): boolean {
    return this.#source !== undefined;
  }

  /**
   * The same pods by the labels that they have by now.
   *
   * @internal
   */
  get _byNow(): Pods {
    return new Pods(this.podSelector, this.namespace, this.namespaceSelector);
  }

  /**
   * The ports that these pods listen on as far as their object says.
   *
   * @internal
   */
  get _ports(): Port[] {
    return this.#source?.ports() ?? [];
  }

  /**
   * The port of the number that the object of these pods says for a name; undefined where it says none, or where these
   * are pods of another namespace.
   *
   * @internal
   */
  _numberOf(named: Port): Port | undefined {
    const isElsewhere = this.#source?.namespace !== undefined && this.#source.namespace !== this.namespace;
    return isElsewhere ? undefined : this.#source?.numberOf(named);
  }

  private get selected(): LabelSelector | PodsSource {
    return this.#source ?? this.podSelector;
  }

  /**
   * Whether these pods say no namespace.
   *
   * @internal
   */
  get _isOpen(): boolean {
    return this.namespace === undefined && this.namespaceSelector === undefined;
  }

  /** As people write it, such as `pods app=web in namespace shop`. */
  toString(): string {
    const pods = this.podSelector.selectsEverything ? 'all pods' : `pods ${this.podSelector}`;
    if (this.namespace !== undefined) return `${pods} in namespace ${this.namespace}`;
    if (this.namespaceSelector === undefined) return pods;
    const everywhere = this.namespaceSelector.selectsEverything;
    return everywhere ? `${pods} in any namespace` : `${pods} in namespaces ${this.namespaceSelector}`;
  }
}

const aSelector = instance(LabelSelector, "labels by name, such as Pods.labeled({ app: 'web' })");

/** A namespace's name, or the refusal of what is none. */
export function namespaceName(name: unknown): string {
  const problem = dnsLabelProblem(text(name));
  if (problem === undefined) return name as string;
  throw new PolicyError({
    code: 'namespace',
    value: name,
    problem: `namespace '${String(name)}' ${problem}`,
    fix: 'use the name of a namespace, such as shop',
  });
}
