import fc from 'fast-check';
import { Dns, Peer, Pods, Port, ThreeTierApp, Tier } from '../../src';
import { egressOf, groupOf, ingressOf, optional, ruleSketch } from '../arbitraries/fields';
import { SelectorSketch } from '../arbitraries/labels';
import { blockSketch, internetSketch, peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf, portSketch } from '../arbitraries/ports';
import { dnsOf, dnsSketch } from '../arbitraries/resolvers';
import { CommonSketch, specimenOf } from '../arbitraries/usage';

/** Labels that keep a tier's pods apart from those of the others, and more that do not. */
const tierSketch = (role: string) =>
  fc.record({
    role: fc.constant(role),
    place: groupSketch.map(({ place }) => place),
    more: fc.constantFrom<SelectorSketch>(
      { labels: {}, expressions: [] },
      { labels: { app: 'web', 'app.kubernetes.io/name': 'web' }, expressions: [] },
      { labels: { tier: '' }, expressions: [{ key: 'app', operator: 'NotIn', values: ['db', 'web'] }] },
    ),
    ports: fc.oneof(portsSketch, portSketch),
  });

type TierSketch = ReturnType<typeof tierSketch> extends fc.Arbitrary<infer S> ? S : never;

function tierOf({ role, place, more, ports }: TierSketch, common: CommonSketch): Tier {
  const pods = groupOf({ pods: { ...more, labels: { ...more.labels, role } }, place }, common);
  return 'kind' in ports ? { pods, port: portOf(ports) } : { pods, ports: ports.map(portOf) };
}

const tier = (name: string) => ({ pods: Pods.labeled({ tier: name }), ports: [Port.http()] });

const full = {
  frontend: { ...tier('f'), from: [Peer.anywhere()] },
  backend: tier('b'),
  database: { pods: Pods.labeled({ tier: 'd' }), port: Port.postgres() },
  dns: [Dns.kubeDns()],
  withoutDns: false,
  externalApis: [{ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] }],
  monitoring: { from: [Pods.labeled({ app: 'prometheus' })], ports: [Port.tcp(9090)] },
};

export const specimen = specimenOf({
  construct: ThreeTierApp,
  full,
  says: [
    'pods tier=b in namespace shop: isolated for ingress and egress',
    'pods tier=d in namespace shop: isolated for ingress and egress',
    'pods tier=f in namespace shop: isolated for ingress and egress',
    'anywhere -> pods tier=f in namespace shop: TCP 80',
    'pods app=prometheus in namespace shop -> pods tier=b in namespace shop: TCP 9090',
    'pods app=prometheus in namespace shop -> pods tier=d in namespace shop: TCP 9090',
    'pods app=prometheus in namespace shop -> pods tier=f in namespace shop: TCP 9090',
    'pods tier=b in namespace shop -> 203.0.113.0/24: TCP 443',
    'pods tier=b in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
    'pods tier=b in namespace shop -> pods tier=d in namespace shop: TCP 5432',
    'pods tier=d in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
    'pods tier=f in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
    'pods tier=f in namespace shop -> pods tier=b in namespace shop: TCP 80',
  ],
  refuses: [
    [
      'the same pods twice',
      { ...full, backend: full.database },
      'backend.pods: pods tier=d in namespace shop are also selected by database.pods (pods tier=d in namespace shop), which would give them what both are allowed; give each its own labels [overlap]',
    ],
  ],
  sketch: fc.record({
    frontend: tierSketch('a'),
    from: peersSketch,
    backend: tierSketch('b'),
    database: tierSketch('c'),
    dns: fc.oneof(fc.constantFrom(undefined, 'none' as const), fc.array(dnsSketch, { minLength: 1, maxLength: 2 })),
    externalApis: optional(
      fc.array(
        fc.record({
          peers: fc.array(fc.oneof(blockSketch, internetSketch), { minLength: 1, maxLength: 2 }),
          ports: portsSketch,
        }),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    monitoring: optional(ruleSketch),
  }),
  propsOf: sketch => ({
    frontend: { ...tierOf(sketch.frontend, sketch), from: peersOf(sketch.from) },
    backend: tierOf(sketch.backend, sketch),
    database: tierOf(sketch.database, sketch),
    ...(sketch.dns === 'none' ? { withoutDns: true } : { dns: sketch.dns?.map(dnsOf) }),
    externalApis: sketch.externalApis?.map(egressOf),
    monitoring: sketch.monitoring && ingressOf(sketch.monitoring),
  }),
  required: /^(frontend|backend|database)(\.(pods|from|ports?))?$|^(externalApis\.\d+|monitoring)\.(from|to|ports)$/,
});
