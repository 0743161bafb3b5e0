import fc from 'fast-check';
import { Direction, Dns, NamespaceIsolation, Peer, Port } from '../../src';
import { dnsOptionsOf, dnsOptionsSketch, optional } from '../arbitraries/fields';
import { portsSketch } from '../arbitraries/peers';
import { podsOf, podsSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: NamespaceIsolation,
  full: {
    directions: [Direction.INGRESS, Direction.EGRESS],
    plus: [Peer.namespace('jobs')],
    ports: [Port.all()],
    dns: [Dns.kubeDns()],
    withoutDns: false,
  },
  says: [
    'all pods in namespace shop: isolated for ingress and egress',
    'all pods in namespace jobs -> all pods in namespace shop: all ports',
    'all pods in namespace shop -> all pods in namespace jobs: all ports',
    'all pods in namespace shop -> all pods in namespace shop: all ports',
    'all pods in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
  ],
  refuses: [
    ['no others', { plus: [] }, 'plus: the list is empty; leave it out [empty-list]'],
    ['no port', { ports: [] }, 'ports: the list is empty; give the ports; every port is Port.all() [empty-list]'],
    [
      'resolvers where egress is open',
      { directions: [Direction.INGRESS], dns: [Dns.kubeDns()] },
      'dns: egress is left open, DNS queries included; leave out dns, or isolate for egress too [conflict]',
    ],
    [
      'resolvers, and none',
      { dns: [Dns.kubeDns()], withoutDns: true },
      'dns: the pods are said to be without DNS; leave out dns or withoutDns [conflict]',
    ],
  ],
  sketch: fc.record({
    directions: optional(fc.subarray([Direction.INGRESS, Direction.EGRESS], { minLength: 1 })),
    plus: optional(fc.array(podsSketch, { minLength: 1, maxLength: 2 })),
    ports: optional(portsSketch),
    dns: dnsOptionsSketch,
  }),
  propsOf: sketch => ({
    directions: sketch.directions,
    plus: sketch.plus?.map(podsOf),
    ports: sketch.ports?.map(portOf),
    ...(sketch.directions?.includes(Direction.EGRESS) === false ? {} : dnsOptionsOf(sketch.dns)),
  }),
  required: /^$/,
});
