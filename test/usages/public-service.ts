import fc from 'fast-check';
import { LoadBalancer, Peer, Pods, Port, PublicService } from '../../src';
import { groupOf, ingressOf, optional, ruleSketch } from '../arbitraries/fields';
import { peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: PublicService,
  full: {
    pods: web,
    ports: [Port.tcp(8080)],
    from: [Peer.ingressNginx(), LoadBalancer.gkeGlobal()],
    healthChecks: { from: [LoadBalancer.azure()], ports: [Port.tcp(8081)] },
  },
  says: [
    'pods app=web in namespace shop: isolated for ingress',
    '168.63.129.16/32 -> pods app=web in namespace shop: TCP 8081',
    'pods app.kubernetes.io/component=controller,app.kubernetes.io/name=ingress-nginx in namespace ingress-nginx or 35.191.0.0/16 or 130.211.0.0/22 or 2600:2d00:1:b029::/64 or 2600:2d00:1:1::/64 -> pods app=web in namespace shop: TCP 8080',
  ],
  refuses: [
    [
      'nobody to serve',
      { pods: web, ports: [Port.http()], from: [] },
      'from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]',
    ],
    [
      'no port',
      { pods: web, ports: [], from: [web] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
  ],
  sketch: fc.record({ pods: groupSketch, from: peersSketch, ports: portsSketch, healthChecks: optional(ruleSketch) }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    from: peersOf(sketch.from),
    ports: sketch.ports.map(portOf),
    healthChecks: sketch.healthChecks && ingressOf(sketch.healthChecks),
  }),
  required: /^(pods|from|ports|healthChecks\.(from|ports))$/,
});
