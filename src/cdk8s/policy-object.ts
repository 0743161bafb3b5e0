import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { API_VERSION, KIND, metadataManifest, specManifest } from '../emit/network-policy';
import { Guarantee } from '../model/guarantee';
import { naming } from '../model/policy-error';
import { refuseOverlap } from '../patterns/overlap';
import { Intent } from '../patterns/pattern';
import { guaranteeOf, policyOf } from '../patterns/plan';

/**
 * The policy of one group as an object of the chart; its rules are written when the chart is synthesized.
 *
 * @internal
 */
export class PolicyObject extends ApiObject {
  private readonly intent: Intent & { readonly index?: number };
  private jsonPatches?: JsonPatch[];

  /** @param intent what to write, and for which of its groups: the first one when it does not say */
  constructor(scope: Construct, id: string, intent: Intent & { readonly index?: number }) {
    const { name, pods } = intent.plan.groups[intent.index ?? 0];
    const metadata = metadataManifest({ name, namespace: pods.namespace, annotations: intent.annotations });
    super(scope, id, { apiVersion: API_VERSION, kind: KIND, metadata });
    this.intent = intent;
  }

  /** What this policy does, as data, and nothing else. */
  get guarantee(): Guarantee {
    return guaranteeOf(this.intent.plan);
  }

  /** Applies RFC 6902 operations to the manifest, after its rules are written. */
  override addJsonPatch(...ops: JsonPatch[]): void {
    this.jsonPatches = [...(this.jsonPatches ?? []), ...ops];
  }

  /** The manifest. It holds no tokens, so nothing but the metadata is left to resolve. */
  override toJson(): unknown {
    const spec = naming(`${KIND} '${this.node.path}'`, () => this.spec());
    const manifest = { apiVersion: API_VERSION, kind: KIND, metadata: this.metadata.toJson() as unknown, spec };
    return this.jsonPatches === undefined ? manifest : (JsonPatch.apply(manifest, ...this.jsonPatches) as unknown);
  }

  private spec() {
    const { plan, index = 0 } = this.intent;
    if (plan.groups.some(({ pods }) => pods._areReadLate)) refuseOverlap(plan.groups);
    return specManifest(policyOf(plan.groups[index], plan));
  }
}
