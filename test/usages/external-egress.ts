import fc from 'fast-check';
import { ExternalEgress, Peer, Pods, Port } from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { groupOf } from '../arbitraries/fields';
import { blockSketch, internetSketch, peersOf, PeerSketch, portsSketch, wideBlockSketch } from '../arbitraries/peers';
import { groupSketch } from '../arbitraries/pods';
import { portOf } from '../arbitraries/ports';
import { specimenOf } from '../arbitraries/usage';

const web = Pods.labeled({ app: 'web' });

export const specimen = specimenOf({
  construct: ExternalEgress,
  full: { pods: web, to: [Peer.internet()], ports: [Port.http()], allowMetadata: ['169.254.169.254'] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> 0.0.0.0/0 with exceptions or 2000::/3 with exceptions: TCP 80',
  ],
  refuses: [
    [
      'no block',
      { pods: web, to: [], ports: [Port.http()] },
      'to: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]',
    ],
  ],
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
