import fc from 'fast-check';
import { AllowAll, Pods } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { groupSketch } from '../arbitraries/pods';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: AllowAll,
  full: { pods: Pods.labeled({ app: 'web' }), evenInProduction: false },
  says: [
    'pods app=web in namespace shop: isolated for ingress and egress',
    'anywhere -> pods app=web in namespace shop: all ports',
    'pods app=web in namespace shop -> anywhere: all ports',
  ],
  refuses: [
    [
      'a namespace for production',
      { namespace: 'shop-prod' },
      'namespace: namespace shop-prod is for production; leave it to the other constructs what is allowed there, or say evenInProduction: true [production]',
    ],
    [
      'pods of one',
      { pods: Pods.all().inNamespace('production') },
      'pods: namespace production is for production; leave it to the other constructs what is allowed there, or say evenInProduction: true [production]',
    ],
  ],
  sketch: fc.record({ pods: optional(groupSketch), evenInProduction: optional(fc.boolean()) }),
  propsOf: sketch => ({
    pods: sketch.pods && groupOf(sketch.pods, sketch),
    evenInProduction: sketch.evenInProduction,
  }),
  required: /^$/,
});
