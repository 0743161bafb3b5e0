import fc from 'fast-check';
import { DatabaseAccess, Dns, Peer, Pods, Port } from '../../src';
import { dnsOptionsOf, dnsOptionsSketch, optional, outsideSketch, egressOf } from '../arbitraries/fields';
import { peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { portOf } from '../arbitraries/ports';
import { roleOf, roleSketch } from '../arbitraries/roles';
import { specimenOf } from '../arbitraries/usage';

const full = {
  pods: Pods.labeled({ app: 'db' }),
  from: [Pods.labeled({ app: 'api' })],
  ports: [Port.postgres()],
  replication: [Port.postgres()],
  backup: {
    pods: Pods.labeled({ app: 'backup' }),
    to: [{ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] }],
  },
  dns: [Dns.kubeDns()],
  withoutDns: false,
};

export const specimen = specimenOf({
  construct: DatabaseAccess,
  full: full,
  says: [
    'pods app=backup in namespace shop: isolated for ingress and egress',
    'pods app=db in namespace shop: isolated for ingress and egress',
    'pods app=api in namespace shop -> pods app=db in namespace shop: TCP 5432',
    'pods app=backup in namespace shop -> 203.0.113.0/24: TCP 443',
    'pods app=backup in namespace shop -> pods app=db in namespace shop: TCP 5432',
    'pods app=backup in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
    'pods app=db in namespace shop -> pods app=db in namespace shop: TCP 5432',
    'pods app=db in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
  ],
  refuses: [
    [
      'no client',
      { ...full, from: [] },
      'from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]',
    ],
    [
      'no port',
      { ...full, ports: [] },
      'ports: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
    [
      'replication without ports',
      { ...full, replication: [] },
      'replication: the list is empty; give the ports; every port is Port.all() [empty-list]',
    ],
    [
      'a backup job that is the database',
      { ...full, backup: { pods: full.pods } },
      'pods: pods app=db in namespace shop are also selected by backup.pods (pods app=db in namespace shop), which would give them what both are allowed; give each its own labels [overlap]',
    ],
    [
      'a copy to a metadata address',
      { ...full, backup: { ...full.backup, to: [{ to: [Peer.cidr('169.254.169.254/32')], ports: [Port.http()] }] } },
      "backup.to[0].to: 169.254.169.254/32 covers 169.254.169.254, where clouds hand out credentials; leave them out with except, or use an ExternalEgress with allowMetadata: ['169.254.169.254'] [metadata-address]",
    ],
  ],
  sketch: fc.record({
    pods: roleSketch('a'),
    from: peersSketch,
    ports: portsSketch,
    replication: optional(portsSketch),
    backup: optional(fc.record({ pods: roleSketch('b'), to: optional(outsideSketch) })),
    dns: dnsOptionsSketch,
  }),
  propsOf: sketch => ({
    pods: roleOf(sketch.pods, sketch),
    from: peersOf(sketch.from),
    ports: sketch.ports.map(portOf),
    replication: sketch.replication?.map(portOf),
    backup: sketch.backup && { pods: roleOf(sketch.backup.pods, sketch), to: sketch.backup.to?.map(egressOf) },
    ...dnsOptionsOf(sketch.dns),
  }),
  required: /^(pods|from|ports|backup\.pods|backup\.to\.\d+\.(to|ports))$/,
});
