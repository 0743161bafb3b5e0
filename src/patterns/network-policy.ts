import { listOf, optional } from '../model/check';
import { DIRECTIONS, EGRESS_ONLY, INGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { pods } from './fields';
import { metadataAddresses } from './metadata-hosts';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';
import { admitting, EgressRule, egressRule, IngressRule, ingressRule, outside } from './rules';

/** What {@link networkPolicy} takes. */
export interface NetworkPolicyProps extends PolicyProps {
  /** The pods to isolate. */
  readonly pods: Pods;
  /**
   * What they may accept.
   *
   * @default - ingress is left as it is
   */
  readonly ingress?: IngressRule[];
  /**
   * What they may send.
   *
   * @default - egress is left as it is
   */
  readonly egress?: EgressRule[];
  /**
   * Metadata addresses that `egress` is meant to cover, such as `169.254.169.254`: whoever reaches one may get the node's credentials.
   *
   * @default - none, and a block that covers one is refused
   */
  readonly allowMetadata?: string[];
}

const ALL_DENIED = 'to allow nothing use DefaultDeny';

/**
 * What no other pattern says: rules of your own, with the same checks.
 *
 * Isolates the pods in each direction that has rules.
 */
export const networkPolicy = pattern<NetworkPolicyProps>(
  'NetworkPolicy',
  {
    pods,
    ingress: optional(listOf(ingressRule, ALL_DENIED)),
    egress: optional(listOf(egressRule, ALL_DENIED)),
    allowMetadata: metadataAddresses,
  },
  ({ pods: selected, ingress, egress, allowMetadata = [] }) => {
    if (ingress === undefined && egress === undefined) throw withoutRules();
    const isolates = egress === undefined ? INGRESS_ONLY : ingress === undefined ? EGRESS_ONLY : DIRECTIONS;
    const group: Group = { part: '', path: 'pods', pods: selected, isolates };
    const connections = [
      ...(ingress ?? []).flatMap(rule => admitting(group, rule)),
      ...outside(group, egress, 'egress'),
    ];
    return { groups: [group], connections, allowMetadata };
  },
);

function withoutRules(): PolicyError {
  return new PolicyError({
    code: 'missing',
    path: 'ingress',
    problem: 'neither ingress nor egress rules are given',
    fix: `give rules for one direction; ${ALL_DENIED}`,
  });
}
