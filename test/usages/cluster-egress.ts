import fc from 'fast-check';
import { ClusterEgress, Dns, Pods, Port } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { dnsOf, resolversSketch } from '../arbitraries/resolvers';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: ClusterEgress,
  full: { pods: Pods.labeled({ app: 'web' }), internet: [Port.https()], dns: [Dns.kubespray()] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> 0.0.0.0/0 with exceptions or 2000::/3 with exceptions: TCP 443',
    'pods app=web in namespace shop -> 169.254.25.10/32: UDP 53, TCP 53',
    'pods app=web in namespace shop -> all pods in any namespace: all ports',
  ],
  refuses: [
    [
      'an internet without ports',
      { internet: [] },
      'internet: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
  ],
  sketch: fc.record({ pods: optional(groupSketch), internet: optional(portsSketch), dns: optional(resolversSketch) }),
  propsOf: sketch => ({
    pods: sketch.pods && groupOf(sketch.pods, sketch),
    internet: sketch.internet?.map(portOf),
    dns: sketch.dns?.map(dnsOf),
  }),
  required: /^$/,
});
