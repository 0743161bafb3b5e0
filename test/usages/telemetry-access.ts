import fc from 'fast-check';
import { Collector, Pods, TelemetryAccess } from '../../src';
import { groupOf } from '../arbitraries/fields';
import { outgoingPeerSketch, peerOf, portsSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: TelemetryAccess,
  full: { pods: web, to: [Collector.openTelemetry('observability'), Collector.datadog('datadog')] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> pods agent.datadoghq.com/component=agent in namespace datadog: UDP 8125, TCP 8126, TCP 4317, TCP 4318',
    'pods app=web in namespace shop -> pods app.kubernetes.io/name=opentelemetry-collector in namespace observability: TCP 4317, TCP 4318',
  ],
  refuses: [['no collector', { pods: web, to: [] }, 'to: the list is empty; give the collectors [empty-list]']],
  sketch: fc.record({
    pods: groupSketch,
    to: fc.array(fc.record({ peer: outgoingPeerSketch, ports: portsSketch }), { minLength: 1, maxLength: 2 }),
  }),
  propsOf: sketch => ({
    pods: groupOf(sketch.pods, sketch),
    to: sketch.to.map(({ peer, ports }) => Collector.of(peerOf(peer), ports.map(portOf))),
  }),
  required: /^(pods|to)$/,
});
