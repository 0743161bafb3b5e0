import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { API_VERSION, KIND, metadataManifest, specManifest } from '../emit/network-policy';
import { Guarantee } from '../model/guarantee';
import { naming } from '../model/policy-error';
import { refuseOverlap } from '../patterns/overlap';
import { Intent } from '../patterns/pattern';
import { guaranteeOf, policyOf, SettledPlan } from '../patterns/plan';
import { isReadOnce } from './tree-pods';

/** An intent, and which part of it one object writes. */
export interface PolicyPart extends Intent {
  /** Which of its groups; the first when left out. */
  readonly index?: number;
  /** The plan by now, where it may change until it is written; names and namespaces do not. */
  readonly latest?: () => SettledPlan;
}

type Spec = ReturnType<typeof specManifest>;

/**
 * The policy of one group as an object of the chart; its rules are written when the chart is synthesized.
 *
 * @internal
 */
export class PolicyObject extends ApiObject {
  private readonly part: PolicyPart;
  private jsonPatches?: JsonPatch[];
  private validated?: Spec;

  constructor(scope: Construct, id: string, part: PolicyPart) {
    const { name, pods } = part.plan.groups[part.index ?? 0];
    const metadata = metadataManifest({ name, namespace: pods.namespace, annotations: part.annotations });
    super(scope, id, { apiVersion: API_VERSION, kind: KIND, metadata });
    this.part = part;
    // Refused before anything is written, of whichever chart.
    if (part.isReadLate && !this._isTold) this.node.addValidation({ validate: () => this.problems() });
  }

  /** What this policy does, as data, and nothing else. */
  get guarantee(): Guarantee {
    return guaranteeOf(this.plan);
  }

  /** Applies RFC 6902 operations to the manifest, after its rules are written. */
  override addJsonPatch(...ops: JsonPatch[]): void {
    this.jsonPatches = [...(this.jsonPatches ?? []), ...ops];
  }

  /** The manifest. It holds no tokens, so nothing but the metadata is left to resolve. */
  override toJson(): unknown {
    const owner = () => `${this.part.construct} '${this._owner}'`;
    const spec = naming(owner, () => this.rules());
    const manifest = { apiVersion: API_VERSION, kind: KIND, metadata: this.metadata.toJson() as unknown, spec };
    return this.jsonPatches === undefined ? manifest : (JsonPatch.apply(manifest, ...this.jsonPatches) as unknown);
  }

  /**
   * The path of the construct that was made for it, where that is not this object itself.
   *
   * @internal
   */
  get _owner(): string {
    const { index, latest } = this.part;
    const { path, scope } = this.node;
    return scope === undefined || (index === undefined && latest === undefined) ? path : scope.node.path;
  }

  /**
   * Whether its plan may change until it is written.
   *
   * @internal
   */
  get _isTold(): boolean {
    return this.part.latest !== undefined;
  }

  /**
   * Its plan is another now: what was validated is not written any more.
   *
   * @internal
   */
  _replan(): void {
    this.validated = undefined;
  }

  private problems(): string[] {
    this.toJson();
    return [];
  }

  /** What was validated is written, once, by the same synthesis; whoever asks after that gets the rules by then. */
  private rules(): Spec {
    if (!this._isTold) return this.spec();
    if (isReadOnce(this.node.root)) {
      // A synthesis of another chart, or one that fails, writes nothing: it is over when this code has run through.
      queueMicrotask(() => this._replan());
      return (this.validated = this.spec());
    }
    const { validated } = this;
    this._replan();
    return validated ?? this.spec();
  }

  private spec(): Spec {
    const { plan } = this;
    const { index = 0, isReadLate } = this.part;
    // Once for all of a construct's policies.
    if (index === 0 && isReadLate) refuseOverlap(plan.groups.map(group => ({ ...group, pods: group.pods._byNow })));
    return specManifest(policyOf(plan.groups[index], plan));
  }

  private get plan(): SettledPlan {
    return this.part.latest?.() ?? this.part.plan;
  }
}

/** To `instanceof` every ApiObject is one: that of cdk8s asks for its mark alone. */
export function isPolicyObject(node: IConstruct): node is PolicyObject {
  return Object.prototype.isPrototypeOf.call(PolicyObject.prototype, node);
}
