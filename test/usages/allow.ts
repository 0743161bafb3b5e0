import fc from 'fast-check';
import { Allow, Peer, Pods, Port } from '../../src';
import { groupOf } from '../arbitraries/fields';
import { portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: Allow,
  full: { from: web, to: Pods.labeled({ app: 'db' }).inNamespace('data'), ports: [Port.postgres()] },
  says: [
    'pods app=db in namespace data: isolated for ingress',
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> pods app=db in namespace data: TCP 5432',
  ],
  refuses: [
    [
      'no port',
      { from: web, to: web, ports: [] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
    [
      'addresses',
      { from: web, to: Peer.cidr('203.0.113.0/24') as never, ports: [Port.http()] },
      "to: an IpBlock does not fit; give pods of yours, such as Pods.labeled({ app: 'web' }); other peers are for AllowFrom and AllowTo [wrong-type]",
    ],
    [
      'pods of many namespaces',
      { from: web, to: Pods.any(), ports: [Port.http()] },
      'to: a policy selects pods of one namespace, these may be in several; write one construct a namespace, and name it with inNamespace [namespace]',
    ],
  ],
  sketch: fc.record({ from: groupSketch, to: groupSketch, ports: portsSketch }),
  propsOf: sketch => ({
    from: groupOf(sketch.from, sketch),
    to: groupOf(sketch.to, sketch),
    ports: sketch.ports.map(portOf),
  }),
  required: /^(from|to|ports)$/,
});
