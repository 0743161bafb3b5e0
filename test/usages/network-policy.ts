import fc from 'fast-check';
import { NetworkPolicy, Peer, Pods, Port } from '../../src';
import { egressOf, groupOf, ingressOf, optional, ruleSketch } from '../arbitraries/fields';
import { groupSketch } from '../arbitraries/pods';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

const rulesSketch = fc.array(ruleSketch, { minLength: 1, maxLength: 3 });

export const specimen = specimenOf({
  construct: NetworkPolicy,
  full: {
    pods: web,
    ingress: [{ ports: [Port.http()], from: [Peer.anywhere()] }],
    egress: [{ ports: [Port.all()], to: [Pods.all()] }],
  },
  says: [
    'pods app=web in namespace shop: isolated for ingress and egress',
    'anywhere -> pods app=web in namespace shop: TCP 80',
    'pods app=web in namespace shop -> all pods in namespace shop: all ports',
  ],
  refuses: [
    [
      'no rules',
      { pods: web },
      'ingress: neither ingress nor egress rules are given; give rules for one direction; to allow nothing use DefaultDeny [missing]',
    ],
    [
      'an empty list of rules',
      { pods: web, ingress: [] },
      'ingress: the list is empty; to allow nothing use DefaultDeny [empty-list]',
    ],
  ],
  sketch: fc
    .record({ pods: groupSketch, ingress: optional(rulesSketch), egress: optional(rulesSketch) })
    .filter(({ ingress, egress }) => ingress !== undefined || egress !== undefined),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    ingress: sketch.ingress?.map(ingressOf),
    egress: sketch.egress?.map(egressOf),
  }),
  required: /^pods$|^(in|e)gress\.\d+\.(from|to|ports)$/,
});
