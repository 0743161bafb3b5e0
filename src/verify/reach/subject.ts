import { Direction } from '../../model/direction';

/** The end of a connection whose policies are asked: ingress at its destination, egress at its source. */
export interface Subject {
  readonly endpoint: number;
  readonly direction: Direction;
}
