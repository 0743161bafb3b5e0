import fc from 'fast-check';
import { MonitoringAccess, Peer, Pods, Port } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: MonitoringAccess,
  full: { pods: web, ports: [Port.tcp(9090)], from: [Peer.prometheus()] },
  says: [
    'pods app=web in namespace shop: isolated for ingress',
    'pods app.kubernetes.io/name=prometheus in namespace monitoring -> pods app=web in namespace shop: TCP 9090',
  ],
  refuses: [
    [
      'no scraper',
      { pods: web, ports: [Port.tcp(9090)], from: [] },
      'from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]',
    ],
    [
      'no port',
      { pods: web, ports: [] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
  ],
  sketch: fc.record({ pods: groupSketch, from: optional(peersSketch), ports: portsSketch }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    from: sketch.from && peersOf(sketch.from),
    ports: sketch.ports.map(portOf),
  }),
  required: /^(pods|ports)$/,
});
