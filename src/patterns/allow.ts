import { instance } from '../model/check';
import { EGRESS_ONLY, INGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { ports } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link allow} takes. */
export interface AllowProps extends PolicyProps {
  /** Pods of yours that may connect, in the construct's namespace unless they say another. */
  readonly from: Pods;
  /** Pods of yours that they may connect to, in the construct's namespace unless they say another. */
  readonly to: Pods;
  /** The ports of `to`; every port is `Port.all()`. */
  readonly ports: Port[];
}

const yours = instance(
  Pods,
  "pods of yours, such as Pods.labeled({ app: 'web' }); other peers are for AllowFrom and AllowTo",
);

/**
 * Lets pods of yours connect to other pods of yours, and writes both ends: egress of the ones, ingress of the others.
 *
 * Isolates `from` for egress and `to` for ingress, each in its own namespace.
 */
export const allow = pattern<AllowProps>('Allow', { from: yours, to: yours, ports }, props => {
  const from: Group = { part: 'egress', path: 'from', pods: props.from, isolates: EGRESS_ONLY };
  const to: Group = { part: 'ingress', path: 'to', pods: props.to, isolates: INGRESS_ONLY };
  return { groups: [from, to], connections: [{ from, to, ports: props.ports }] };
});
