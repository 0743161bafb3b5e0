import { inWords, isRecord, optional, text, wrongType } from './check';
import { LabelSelector } from './label-selector';
import { podOf, portsOf, selectorOf } from './pod-manifest';
import { PodsSource } from './pods-source';
import { naming, PolicyError } from './policy-error';
import { Port } from './port';

/** An object that writes its own manifest, as those of cdk8s do; no host is imported for it. */
interface WritesItself {
  toJson(): unknown;
}

const HOW = 'a workload, a pod or a Service: a construct around one, its ApiObject or its manifest';

/** The pods of a workload, or behind a Service, as its manifest says when it is asked. */
export class ObjectPods extends PodsSource {
  /** From an object, from a construct whose default child is one, or from a plain manifest. */
  static of(thing: unknown): ObjectPods {
    if (!isRecord(thing)) throw wrongType(thing, HOW);
    if (writesItself(thing)) return new ObjectPods(thing, thing);
    const { node } = thing;
    if (!isRecord(node)) return new ObjectPods(thing, { toJson: () => thing });
    if (isRecord(node.defaultChild)) return ObjectPods.of(node.defaultChild);
    throw notOneObject(thing, node);
  }

  readonly namespace: string | undefined;
  readonly #object: WritesItself;
  readonly #words: string;

  private constructor(thing: Record<string, unknown>, object: WritesItself) {
    super();
    const metadata = isRecord(thing.metadata) ? thing.metadata : {};
    if (typeof thing.kind !== 'string') throw wrongType(thing, HOW);
    this.namespace = optional(text)(metadata.namespace);
    this.#object = object;
    this.#words = `${thing.kind} '${pathOf(thing.node) ?? String(metadata.name)}'`;
  }

  /** As people write it: `Deployment 'shop/web'`. */
  toString(): string {
    return this.#words;
  }

  /**
   * By its own selector, which stays the same while one revision follows another; by the labels of its pods where it has none.
   *
   * @throws PolicyError `empty-labels`, `host-network`, `conflict`, `wrong-type`
   */
  podSelector(): LabelSelector {
    const manifest = this.manifest();
    return this.isService(manifest) ? this.behindService(manifest) : this.ofWorkload(manifest);
  }

  /** Those of its containers; of a Service, those that it sends to. */
  ports(): Port[] {
    const manifest = this.manifest();
    return this.naming(() => portsOf(manifest));
  }

  /** Its containers give their ports names; a Service only repeats them. */
  numberOf({ name, protocol }: Port): Port | undefined {
    const declared = podOf(this.manifest())?.ports.find(port => port.name === name && port.protocol === protocol);
    return declared && this.naming(() => Port._range(declared.protocol, declared.port));
  }

  private manifest(): Record<string, unknown> {
    const manifest = this.#object.toJson();
    if (!isRecord(manifest)) throw wrongType(manifest, HOW);
    const { namespace } = isRecord(manifest.metadata) ? manifest.metadata : {};
    if (namespace === this.namespace) return manifest;
    throw this.refusal('conflict', {
      problem: `is in namespace ${inWords(this.namespace)} no more, but in ${inWords(namespace)}`,
      fix: 'give it its namespace where it is made',
    });
  }

  private isService({ kind }: Record<string, unknown>): boolean {
    return kind === 'Service';
  }

  private behindService(manifest: Record<string, unknown>): LabelSelector {
    const selector = this.naming(() => selectorOf(manifest));
    if (selector !== undefined) return selector;
    throw this.refusal('empty-labels', {
      problem: 'has no selector, so who is behind it is decided elsewhere',
      fix: 'name the pods or the addresses themselves',
    });
  }

  private ofWorkload(manifest: Record<string, unknown>): LabelSelector {
    const pod = podOf(manifest);
    if (pod === undefined) throw this.refusal('wrong-type', { problem: 'has no pods', fix: `give ${HOW}` });
    if (pod.hostNetwork) {
      throw this.refusal('host-network', {
        problem: 'has its pods in the network of their nodes, where policies neither isolate nor name them',
        fix: 'leave it out; as a peer give the addresses of the nodes',
      });
    }
    if (Object.keys(pod.labels).length === 0) {
      throw this.refusal('empty-labels', {
        problem: 'gives its pods no labels, so no policy can name them',
        fix: 'put labels on its pod template',
      });
    }
    const selector = this.naming(() => selectorOf(manifest) ?? LabelSelector._labeled(pod.labels, []));
    if (selector.matches(pod.labels)) return selector;
    throw this.refusal('conflict', {
      problem: `selects ${selector}, which the labels of its pods do not fit`,
      fix: 'give both the same labels',
    });
  }

  /** Reads a part of the object, and puts its name in front of what is refused. */
  private naming<T>(read: () => T): T {
    return naming(this.#words, read);
  }

  private refusal(code: PolicyError['code'], { problem, fix }: Pick<PolicyError, 'problem' | 'fix'>): PolicyError {
    return new PolicyError({ code, value: this.#words, problem: `${this.#words} ${problem}`, fix });
  }
}

function writesItself(thing: object): thing is WritesItself {
  return 'toJson' in thing && typeof thing.toJson === 'function';
}

function pathOf(node: unknown): string | undefined {
  return isRecord(node) && typeof node.path === 'string' ? node.path : undefined;
}

/** A Helm chart, an included file, or a construct of the user's. */
function notOneObject(thing: Record<string, unknown>, node: Record<string, unknown>): PolicyError {
  const objects = Array.isArray(thing.apiObjects) ? `, such as its apiObjects[0]` : '';
  return new PolicyError({
    code: 'wrong-type',
    value: thing,
    problem: `'${pathOf(node) ?? ''}' is not one object`,
    fix: `give the workload or Service in it${objects}`,
  });
}
