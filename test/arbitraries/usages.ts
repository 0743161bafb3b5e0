import fc from 'fast-check';
import {
  AllowDns,
  DefaultDeny,
  Direction,
  ExternalEgress,
  MonitoringAccess,
  NetworkPolicy,
  Pods,
  ThreeTierApp,
  Tier,
} from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { SelectorSketch } from './labels';
import {
  blockSketch,
  dnsOf,
  dnsSketch,
  internetSketch,
  peersOf,
  PeerSketch,
  peersSketch,
  portsSketch,
  wideBlockSketch,
} from './peers';
import { groupSketch, podsOf, PodsSketch } from './pods';
import { portOf, PortSketch, portSketch } from './ports';
import { CommonSketch, Usage, usageOf } from './usage';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** The pods of a policy; where the namespace is left open they are in no other. */
function groupOf({ pods, place }: PodsSketch, { namespace }: CommonSketch): Pods {
  return podsOf({ pods, place: namespace === 'open' ? { in: 'own' } : place });
}

const defaultDeny = usageOf({
  construct: DefaultDeny,
  sketch: fc.record({
    pods: optional(groupSketch),
    directions: optional(fc.subarray([Direction.INGRESS, Direction.EGRESS], { minLength: 1 })),
  }),
  propsOf: sketch => ({ pods: sketch.pods && groupOf(sketch.pods, sketch), directions: sketch.directions }),
  required: /^$/,
});

const allowDns = usageOf({
  construct: AllowDns,
  sketch: fc.record({
    pods: optional(groupSketch),
    dns: optional(fc.array(dnsSketch, { minLength: 1, maxLength: 3 })),
  }),
  propsOf: sketch => ({ pods: sketch.pods && groupOf(sketch.pods, sketch), dns: sketch.dns?.map(dnsOf) }),
  required: /^$/,
});

const externalEgress = usageOf({
  construct: ExternalEgress,
  sketch: fc.boolean().chain(allowsMetadata =>
    fc.record({
      pods: groupSketch,
      to: fc.array(
        fc.oneof<fc.Arbitrary<PeerSketch>[]>(allowsMetadata ? wideBlockSketch : blockSketch, internetSketch),
        { minLength: 1, maxLength: 3 },
      ),
      ports: portsSketch,
      allowsMetadata: fc.constant(allowsMetadata),
    }),
  ),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    to: peersOf(sketch.to),
    ports: sketch.ports.map(portOf),
    allowMetadata: sketch.allowsMetadata ? METADATA_ADDRESSES.map(({ address }) => address) : undefined,
  }),
  required: /^(pods|to|ports)$/,
});

const monitoringAccess = usageOf({
  construct: MonitoringAccess,
  sketch: fc.record({ pods: groupSketch, from: optional(peersSketch), ports: portsSketch }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    from: sketch.from && peersOf(sketch.from),
    ports: sketch.ports.map(portOf),
  }),
  required: /^(pods|ports)$/,
});

interface RuleSketch {
  readonly peers: readonly PeerSketch[];
  readonly ports: readonly PortSketch[];
}

const ruleSketch: fc.Arbitrary<RuleSketch> = fc.record({ peers: peersSketch, ports: portsSketch });

const rulesSketch = fc.array(ruleSketch, { minLength: 1, maxLength: 3 });

const ingressOf = ({ peers, ports }: RuleSketch) => ({ from: peersOf(peers), ports: ports.map(portOf) });

const egressOf = ({ peers, ports }: RuleSketch) => ({ to: peersOf(peers), ports: ports.map(portOf) });

const networkPolicy = usageOf({
  construct: NetworkPolicy,
  sketch: fc
    .record({ pods: groupSketch, ingress: optional(rulesSketch), egress: optional(rulesSketch) })
    .filter(({ ingress, egress }) => ingress !== undefined || egress !== undefined),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    ingress: sketch.ingress?.map(ingressOf),
    egress: sketch.egress?.map(egressOf),
  }),
  required: /^pods$|^(in|e)gress\.\d+\.(from|to|ports)$/,
});

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

const threeTierApp = usageOf({
  construct: ThreeTierApp,
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

/** Each construct in every way that the arbitraries know. */
export const USAGES: readonly (readonly [name: string, usage: fc.Arbitrary<Usage>])[] = [
  ['DefaultDeny', defaultDeny],
  ['AllowDns', allowDns],
  ['ExternalEgress', externalEgress],
  ['MonitoringAccess', monitoringAccess],
  ['NetworkPolicy', networkPolicy],
  ['ThreeTierApp', threeTierApp],
];
