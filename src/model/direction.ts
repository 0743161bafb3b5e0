/** Seen from the selected pod, in the words of `policyTypes`. */
export enum Direction {
  INGRESS = 'Ingress',
  EGRESS = 'Egress',
}

/** Both directions, in the order in which they are written. */
export const DIRECTIONS: readonly Direction[] = [Direction.INGRESS, Direction.EGRESS];

export const INGRESS_ONLY: readonly Direction[] = [Direction.INGRESS];

export const EGRESS_ONLY: readonly Direction[] = [Direction.EGRESS];

/** The field of a policy with the rules of a direction. */
export function sectionOf(direction: Direction): 'ingress' | 'egress' {
  return direction === Direction.INGRESS ? 'ingress' : 'egress';
}
