import fc from 'fast-check';
import { BlockMetadata, Dns, Pods } from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { groupOf, optional } from '../arbitraries/fields';
import { groupSketch } from '../arbitraries/pods';
import { dnsOf, resolversSketch } from '../arbitraries/resolvers';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: BlockMetadata,
  full: { pods: Pods.labeled({ app: 'web' }), allowMetadata: ['169.254.170.23'], dns: [Dns.gkeCloudDns()] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> 169.254.169.254/32: UDP 53, TCP 53',
    'pods app=web in namespace shop -> all pods in any namespace or 0.0.0.0/0 with exceptions or ::/0 with exceptions: all ports',
  ],
  refuses: [
    [
      'an address that is none of metadata',
      { allowMetadata: ['10.0.0.1'] },
      "allowMetadata: '10.0.0.1' does not fit; give one of 169.254.169.254, 169.254.169.252, 169.254.170.2, 169.254.170.23, 169.254.0.23, 169.254.42.42, 100.100.100.200, 100.96.0.96, 100.88.222.5, 192.0.0.192, 168.63.129.16, 192.80.8.124, fd00:ec2::254, fd00:ec2::23, fd20:ce::254, fd00:c1::a9fe:a9fe, fd00:42::42, fd00:a9fe:a9fe::1, fe80::a9fe:a9fe [wrong-type]",
    ],
  ],
  sketch: fc.record({
    pods: optional(groupSketch),
    allowMetadata: optional(
      fc.subarray(
        METADATA_ADDRESSES.map(({ address }) => address),
        { minLength: 1 },
      ),
    ),
    dns: optional(resolversSketch),
  }),
  propsOf: sketch => ({
    pods: sketch.pods && groupOf(sketch.pods, sketch),
    allowMetadata: sketch.allowMetadata,
    dns: sketch.dns?.map(dnsOf),
  }),
  required: /^$/,
});
