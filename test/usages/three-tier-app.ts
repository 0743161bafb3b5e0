import fc from 'fast-check';
import { Dns, Peer, Pods, Port, ThreeTierApp, Tier } from '../../src';
import {
  dnsOptionsOf,
  dnsOptionsSketch,
  egressOf,
  ingressOf,
  optional,
  outsideSketch,
  ruleSketch,
} from '../arbitraries/fields';
import { peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { portOf, portSketch } from '../arbitraries/ports';
import { roleOf, roleSketch } from '../arbitraries/roles';
import { CommonSketch, specimenOf } from '../arbitraries/usage';

const tierSketch = (role: string) => fc.record({ pods: roleSketch(role), ports: fc.oneof(portsSketch, portSketch) });

type TierSketch = ReturnType<typeof tierSketch> extends fc.Arbitrary<infer S> ? S : never;

function tierOf({ pods, ports }: TierSketch, common: CommonSketch): Tier {
  const selected = roleOf(pods, common);
  return 'kind' in ports ? { pods: selected, port: portOf(ports) } : { pods: selected, ports: ports.map(portOf) };
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
    dns: dnsOptionsSketch,
    externalApis: optional(outsideSketch),
    monitoring: optional(ruleSketch),
  }),
  propsOf: sketch => ({
    frontend: { ...tierOf(sketch.frontend, sketch), from: peersOf(sketch.from) },
    backend: tierOf(sketch.backend, sketch),
    database: tierOf(sketch.database, sketch),
    ...dnsOptionsOf(sketch.dns),
    externalApis: sketch.externalApis?.map(egressOf),
    monitoring: sketch.monitoring && ingressOf(sketch.monitoring),
  }),
  required: /^(frontend|backend|database)(\.(pods|from|ports?))?$|^(externalApis\.\d+|monitoring)\.(from|to|ports)$/,
});
