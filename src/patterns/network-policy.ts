import { listOf, optional } from '../model/check';
import { DIRECTIONS, EGRESS_ONLY, INGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { pods } from './fields';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';
import { EgressRule, egressRule, IngressRule, ingressRule } from './rules';

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
  },
  ({ pods: selected, ingress, egress }) => {
    if (ingress === undefined && egress === undefined) throw withoutRules();
    const isolates = egress === undefined ? INGRESS_ONLY : ingress === undefined ? EGRESS_ONLY : DIRECTIONS;
    const group = { part: '', path: 'pods', pods: selected, isolates };
    const connections = [
      ...(ingress ?? []).map(rule => ({ from: rule.from, to: group, ports: rule.ports })),
      ...(egress ?? []).map(rule => ({ from: group, to: rule.to, ports: rule.ports })),
    ];
    return { groups: [group], connections };
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
