import fc from 'fast-check';
import { DefaultDeny, Direction, Pods } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { groupSketch } from '../arbitraries/pods';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: DefaultDeny,
  full: { pods: Pods.all(), directions: [Direction.INGRESS] },
  says: ['all pods in namespace shop: isolated for ingress'],
  refuses: [
    [
      'no direction',
      { directions: [] },
      'directions: the list is empty; leave it out for both directions [empty-list]',
    ],
  ],
  sketch: fc.record({
    pods: optional(groupSketch),
    directions: optional(fc.subarray([Direction.INGRESS, Direction.EGRESS], { minLength: 1 })),
  }),
  propsOf: sketch => ({ pods: sketch.pods && groupOf(sketch.pods, sketch), directions: sketch.directions }),
  required: /^$/,
});
