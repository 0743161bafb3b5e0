import fc from 'fast-check';
import { AllowDns, DefaultDeny, Direction, ExternalEgress, MonitoringAccess, NetworkPolicy } from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { egressOf, groupOf, ingressOf, optional, ruleSketch } from './fields';
import { blockSketch, internetSketch, peersOf, PeerSketch, peersSketch, portsSketch, wideBlockSketch } from './peers';
import { groupSketch } from './pods';
import { portOf } from './ports';
import { dnsOf, dnsSketch } from './resolvers';
import { threeTierApp } from './three-tier-usage';
import { Usage, usageOf } from './usage';

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

const rulesSketch = fc.array(ruleSketch, { minLength: 1, maxLength: 3 });

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

/** Each construct in every way that the arbitraries know. */
export const USAGES: readonly (readonly [name: string, usage: fc.Arbitrary<Usage>])[] = [
  ['DefaultDeny', defaultDeny],
  ['AllowDns', allowDns],
  ['ExternalEgress', externalEgress],
  ['MonitoringAccess', monitoringAccess],
  ['NetworkPolicy', networkPolicy],
  ['ThreeTierApp', threeTierApp],
];
