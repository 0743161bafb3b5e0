import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { API_VERSION, KIND, metadataManifest, specManifest } from '../emit/network-policy';
import { Guarantee } from '../model/guarantee';
import { Intent } from '../patterns/pattern';
import { guaranteeOf, NamedGroup, policyOf, SettledPlan } from '../patterns/plan';

/**
 * The policy of one group as an object of the chart; its rules are written when the chart is synthesized.
 *
 * @internal
 */
export class PolicyObject extends ApiObject {
  private readonly plan: SettledPlan;
  private readonly group: NamedGroup;
  private jsonPatches?: JsonPatch[];

  constructor(
    scope: Construct,
    id: string,
    { plan, annotations, group = plan.groups[0] }: Intent & { group?: NamedGroup },
  ) {
    const metadata = metadataManifest({ name: group.name, namespace: group.pods.namespace, annotations });
    super(scope, id, { apiVersion: API_VERSION, kind: KIND, metadata });
    this.plan = plan;
    this.group = group;
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
    const spec = specManifest(policyOf(this.group, this.plan));
    const manifest = { apiVersion: API_VERSION, kind: KIND, metadata: this.metadata.toJson() as unknown, spec };
    return this.jsonPatches === undefined ? manifest : (JsonPatch.apply(manifest, ...this.jsonPatches) as unknown);
  }
}
