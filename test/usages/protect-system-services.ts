import fc from 'fast-check';
import { Pods, Port, ProtectSystemServices } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: ProtectSystemServices,
  full: { dnsPods: Pods.labeled({ 'k8s-app': 'kube-dns' }), dnsPorts: Port.dns() },
  says: [
    'all pods in namespace shop: isolated for ingress',
    'all pods in namespace shop -> all pods in namespace shop: all ports',
    'anywhere -> pods k8s-app=kube-dns in namespace shop: UDP 53, TCP 53',
  ],
  refuses: [
    [
      'DNS without ports',
      { dnsPorts: [] },
      'dnsPorts: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
  ],
  sketch: fc.record({ dnsPods: optional(groupSketch), dnsPorts: optional(portsSketch) }),
  propsOf: sketch => ({
    dnsPods: sketch.dnsPods && groupOf(sketch.dnsPods, sketch),
    dnsPorts: sketch.dnsPorts?.map(portOf),
  }),
  required: /^$/,
});
