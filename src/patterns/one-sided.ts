import { EGRESS_ONLY, INGRESS_ONLY } from '../model/direction';
import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { Group, Plan } from './plan';

/** Pods of props, where they stand in the field `pods`. */
interface Selected {
  readonly pods: Pods;
  readonly ports: readonly Port[];
}

/** Others reach pods: the pods are isolated for ingress, and nothing is written at the other end. */
export function reachedBy(from: readonly IPeer[], { pods, ports }: Selected): Plan {
  const group: Group = { part: '', path: 'pods', pods, isolates: INGRESS_ONLY };
  return { groups: [group], connections: [{ from, to: group, ports }] };
}

/**
 * Pods reach others: the pods are isolated for egress, and nothing is written at the other end.
 *
 * @param path where the others stand in the props
 */
export function reaching(to: readonly IPeer[], { pods, ports }: Selected, path = 'to'): Plan {
  const group: Group = { part: '', path: 'pods', pods, isolates: EGRESS_ONLY };
  return { groups: [group], connections: [{ from: group, to, ports, path }] };
}
