import fc from 'fast-check';
import { ThreeTierApp, Tier } from '../../src';
import { egressOf, groupOf, ingressOf, optional, ruleSketch } from './fields';
import { SelectorSketch } from './labels';
import { blockSketch, internetSketch, peersOf, peersSketch, portsSketch } from './peers';
import { groupSketch } from './pods';
import { portOf, portSketch } from './ports';
import { dnsOf, dnsSketch } from './resolvers';
import { CommonSketch, usageOf } from './usage';

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

/** Three tiers in every way that the arbitraries know. */
export const threeTierApp = usageOf({
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
