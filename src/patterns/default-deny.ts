import { listOf, oneOf, optional } from '../model/check';
import { Direction, DIRECTIONS } from '../model/direction';
import { Pods } from '../model/pods';
import { pods } from './fields';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link defaultDeny} takes. */
export interface DefaultDenyProps extends PolicyProps {
  /**
   * The pods to isolate.
   *
   * @default - every pod of the namespace
   */
  readonly pods?: Pods;
  /**
   * In which directions.
   *
   * @default - both
   */
  readonly directions?: Direction[];
}

export const directions = listOf(oneOf(DIRECTIONS), 'leave it out for both directions');

/**
 * Isolates pods: they accept and send only what other policies allow.
 *
 * Isolates for ingress and egress, DNS queries included: `AllowDns` beside it keeps names resolving.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-and-all-egress-traffic
 */
export const defaultDeny = pattern<DefaultDenyProps>(
  'DefaultDeny',
  { pods: optional(pods), directions: optional(directions) },
  ({ pods: selected = Pods.all(), directions: given = DIRECTIONS }) => {
    const isolates = DIRECTIONS.filter(direction => given.includes(direction));
    return { groups: [{ part: '', path: 'pods', pods: selected, isolates }], connections: [] };
  },
);
