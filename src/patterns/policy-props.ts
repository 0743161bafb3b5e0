import { Mesh } from '../facts/mesh';
import { flag, instance, optional, Shape, text } from '../model/check';

/** What every construct takes. */
export interface PolicyProps {
  /**
   * Name of the policy, at most 63 characters; the first part of it where a construct writes several.
   *
   * @default - the construct's id, with those of the scopes that it stands in
   */
  readonly name?: string;
  /**
   * Namespace of the policy, and of all `Pods` in these props that do not say their own.
   *
   * @default - the chart's
   */
  readonly namespace?: string;
  /**
   * Whether the manifest is to be used in whichever namespace it is applied to. Then no namespace is written.
   *
   * @default false
   */
  readonly namespaceAgnostic?: boolean;
  /**
   * What the policy is for, written as annotation `kubernetes.io/description`.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Who answers for the policy, written as annotation `netpol/owner`.
   *
   * @default - none
   */
  readonly owner?: string;
  /**
   * Day of the last review as `YYYY-MM-DD`, written as annotation `netpol/last-reviewed`.
   *
   * @default - none
   */
  readonly lastReviewed?: string;
  /**
   * The service mesh that the pods are part of; what it needs is allowed too.
   *
   * @default - none
   */
  readonly mesh?: Mesh;
}

export const POLICY_FIELDS: Shape<PolicyProps> = {
  name: optional(text),
  namespace: optional(text),
  namespaceAgnostic: optional(flag),
  description: optional(text),
  owner: optional(text),
  lastReviewed: optional(text),
  mesh: optional(instance(Mesh, 'a mesh, such as Mesh.istioAmbient()')),
};
