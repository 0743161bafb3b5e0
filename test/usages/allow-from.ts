import fc from 'fast-check';
import { AllowFrom, Peer, Pods, Port } from '../../src';
import { groupOf } from '../arbitraries/fields';
import { peersSketch, peersOf, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: AllowFrom,
  full: { pods: web, from: [Peer.namespace('other')], ports: [Port.http()] },
  says: [
    'pods app=web in namespace shop: isolated for ingress',
    'all pods in namespace other -> pods app=web in namespace shop: TCP 80',
  ],
  refuses: [
    [
      'no peer',
      { pods: web, from: [], ports: [Port.http()] },
      'from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]',
    ],
    [
      'no port',
      { pods: web, from: [web], ports: [] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
  ],
  sketch: fc.record({ pods: groupSketch, from: peersSketch, ports: portsSketch }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    from: peersOf(sketch.from),
    ports: sketch.ports.map(portOf),
  }),
  required: /^(pods|from|ports)$/,
});
