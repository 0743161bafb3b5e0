import fc from 'fast-check';
import { AllowTo, Peer, Pods, Port } from '../../src';
import { groupOf } from '../arbitraries/fields';
import { outgoingSketch, peersOf, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: AllowTo,
  full: { pods: web, to: [Peer.namespace('other')], ports: [Port.http()] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> all pods in namespace other: TCP 80',
  ],
  refuses: [
    [
      'no peer',
      { pods: web, to: [], ports: [Port.http()] },
      'to: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]',
    ],
    [
      'no port',
      { pods: web, to: [web], ports: [] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
    [
      'a block with metadata',
      { pods: web, to: [Peer.cidr('169.254.169.254/32')], ports: [Port.http()] },
      "to: 169.254.169.254/32 covers 169.254.169.254, where clouds hand out credentials; leave them out with except, or use an ExternalEgress with allowMetadata: ['169.254.169.254'] [metadata-address]",
    ],
  ],
  sketch: fc.record({ pods: groupSketch, to: outgoingSketch, ports: portsSketch }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    to: peersOf(sketch.to),
    ports: sketch.ports.map(portOf),
  }),
  required: /^(pods|to|ports)$/,
});
