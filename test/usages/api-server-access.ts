import fc from 'fast-check';
import { ApiServerAccess, Pods, Port } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: ApiServerAccess,
  full: { pods: web, cidrs: ['10.96.0.1/32', 'fd00::1/128'], ports: [Port.tcp(6443)] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> 10.96.0.1/32 or fd00::1/128: TCP 6443',
  ],
  refuses: [
    [
      'no address',
      { pods: web, cidrs: [] },
      'cidrs: the list is empty; give the addresses of its endpoints and its Service, which kubectl get endpointslices,service kubernetes lists [empty-list]',
    ],
    [
      'an address without a prefix length',
      { pods: web, cidrs: ['10.96.0.1'] },
      "cidrs[0]: '10.96.0.1' has no prefix length; did you mean '10.96.0.1/32'? [cidr]",
    ],
  ],
  sketch: fc.record({
    pods: groupSketch,
    cidrs: fc.subarray(['10.96.0.10/32', '203.0.113.8/32', 'fd01::9/128'], { minLength: 1 }),
    ports: optional(portsSketch),
  }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    cidrs: sketch.cidrs,
    ports: sketch.ports?.map(portOf),
  }),
  required: /^(pods|cidrs)$/,
});
