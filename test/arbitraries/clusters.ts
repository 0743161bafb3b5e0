import fc from 'fast-check';
import { Cluster, Endpoint, endpointsOf, Labels, NamedPort, Pod } from '../oracle/cluster';
import { someLabels } from './labels';
import { NAMESPACES } from './pods';
import { PORT_NAMES, PORT_NUMBERS } from './ports';

const TEAMS: Readonly<Record<string, Labels>> = { shop: { team: 'a' }, pay: { team: 'b' }, monitoring: { team: 'a' } };

const namespaces: Cluster['namespaces'] = Object.fromEntries(
  NAMESPACES.map(name => [name, { 'kubernetes.io/metadata.name': name, ...TEAMS[name] }]),
);

/** Addresses of pods: inside and outside the blocks that peers name, one of each family a pod. */
const IPS = [
  ['10.0.0.1', 'fd01::1'],
  ['10.1.0.1', 'fd01:0:1::1'],
  ['10.1.2.1', '2001:db8::1'],
  ['10.200.0.1', '2001:db8:1::1'],
  ['203.0.113.3', 'fd02::1'],
  ['192.168.0.1', 'fd01:1::1'],
];

/** Addresses that are no pods'. */
const OUTSIDE: readonly Endpoint[] = [
  ...['1.1.1.1', '8.8.8.8', '203.0.113.8', '203.0.113.200', '10.96.0.10', '169.254.20.10', '169.254.169.254'],
  ...['2606:4700::1111', '2001:db8::9', '64:ff9b::808:808', '64:ff9b::a9fe:a9fe', 'fd00:ec2::254', 'fd01::9'],
].map(ip => ({ ip }));

const WELL_KNOWN = fc.constantFrom<Pick<Pod, 'labels' | 'namespace'>>(
  { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  { namespace: 'shop', labels: { 'k8s-app': 'kube-dns' } },
  { namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } },
  {
    namespace: 'ingress-nginx',
    labels: { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' },
  },
);

const namedPort: fc.Arbitrary<NamedPort> = fc.record({
  name: fc.constantFrom(...PORT_NAMES),
  port: fc.constantFrom(...PORT_NUMBERS),
  protocol: fc.constantFrom('TCP', 'TCP', 'UDP'),
});

const ofTheUser = fc.record({
  namespace: fc.oneof(
    { weight: 3, arbitrary: fc.constant('shop') },
    { weight: 2, arbitrary: fc.constantFrom(...NAMESPACES) },
  ),
  labels: fc.tuple(someLabels, tierLabels()).map(([some, tier]) => ({ ...some, ...tier })),
});

const pod = fc.record({
  who: fc.oneof({ weight: 4, arbitrary: ofTheUser }, { weight: 1, arbitrary: WELL_KNOWN }),
  ports: fc.array(namedPort, { maxLength: 2 }),
});

/** A cluster with a few pods, all of both families. */
export const cluster: fc.Arbitrary<Cluster> = fc.array(pod, { minLength: 2, maxLength: IPS.length }).map(pods => ({
  namespaces,
  pods: pods.map(({ who, ports }, index) => ({ ...who, ports, name: `pod-${index}`, ips: IPS[index] })),
}));

/** Who can talk in a cluster: its pods, and addresses outside. */
export function endpointsIn({ pods }: Cluster): Endpoint[] {
  return [...pods.flatMap(endpointsOf), ...OUTSIDE];
}

/** A few of the ports at which something may change. */
export const probes = fc.uniqueArray(
  fc.record({ protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'), port: fc.constantFrom(...PORT_NUMBERS, 3, 5353) }),
  { minLength: 4, maxLength: 6, selector: ({ protocol, port }) => `${protocol} ${port}` },
);

/** What tells the tiers of an application apart. */
function tierLabels(): fc.Arbitrary<Labels> {
  return fc.constantFrom<Labels>({}, { role: 'a' }, { role: 'b' }, { role: 'c' });
}
