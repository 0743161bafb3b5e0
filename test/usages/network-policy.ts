import fc from 'fast-check';
import { NetworkPolicy, Peer, Pods, Port } from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { egressOf, groupOf, ingressOf, optional, ruleSketch } from '../arbitraries/fields';
import { outgoingSketch, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

const rulesSketch = fc.array(ruleSketch, { minLength: 1, maxLength: 3 });

const outgoingRulesSketch = fc.array(fc.record({ peers: outgoingSketch, ports: portsSketch }), {
  minLength: 1,
  maxLength: 3,
});

export const specimen = specimenOf({
  construct: NetworkPolicy,
  full: {
    pods: web,
    ingress: [{ ports: [Port.http()], from: [Peer.anywhere()] }],
    egress: [{ ports: [Port.all()], to: [Pods.all()] }],
    allowMetadata: ['169.254.169.254'],
  },
  says: [
    'pods app=web in namespace shop: isolated for ingress and egress',
    'anywhere -> pods app=web in namespace shop: TCP 80',
    'pods app=web in namespace shop -> all pods in namespace shop: all ports',
  ],
  refuses: [
    [
      'a block that covers a metadata address',
      { pods: web, egress: [{ ports: [Port.http()], to: [Peer.cidr('fd00:ec2::/32')] }] },
      "egress[0].to: fd00:ec2::/32 covers fd00:ec2::254, fd00:ec2::23, where clouds hand out credentials; leave them out with except, or say allowMetadata: ['fd00:ec2::254', 'fd00:ec2::23'] [metadata-address]",
    ],
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
    .boolean()
    .chain(allowsMetadata =>
      fc.record({
        pods: groupSketch,
        ingress: optional(rulesSketch),
        egress: optional(allowsMetadata ? rulesSketch : outgoingRulesSketch),
        allowsMetadata: fc.constant(allowsMetadata),
      }),
    )
    .filter(({ ingress, egress }) => ingress !== undefined || egress !== undefined),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    ingress: sketch.ingress?.map(ingressOf),
    egress: sketch.egress?.map(egressOf),
    allowMetadata: sketch.allowsMetadata ? METADATA_ADDRESSES.map(({ address }) => address) : undefined,
  }),
  required: /^pods$|^(in|e)gress\.\d+\.(from|to|ports)$/,
});
