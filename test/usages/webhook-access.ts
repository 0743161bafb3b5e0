import fc from 'fast-check';
import { Peer, Pods, Port, WebhookAccess } from '../../src';
import { groupOf } from '../arbitraries/fields';
import { peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: WebhookAccess,
  full: { pods: web, ports: [Port.tcp(9443)], from: [Peer.apiServer(['192.0.2.10/32']), Peer.konnectivity()] },
  says: [
    'pods app=web in namespace shop: isolated for ingress',
    '192.0.2.10/32 or pods k8s-app=konnectivity-agent in namespace kube-system -> pods app=web in namespace shop: TCP 9443',
  ],
  refuses: [
    [
      'no control plane',
      { pods: web, ports: [Port.tcp(9443)], from: [] },
      'from: the list is empty; give where the control plane calls from: Peer.apiServer([...]) with its addresses, or Peer.konnectivity() [empty-list]',
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
