import fc from 'fast-check';
import { Peer } from '../../src/facts/peer';
import { IPeer } from '../../src/model/peer';
import { PodsSketch, podsOf, podsSketch } from './pods';
import { portSketch } from './ports';

/** A block as plain data. */
export interface BlockSketch {
  readonly kind: 'block';
  readonly cidr: string;
  readonly except: readonly string[];
}

/** A peer as plain data. */
export type PeerSketch =
  | BlockSketch
  | { readonly kind: 'internet'; readonly nat64: boolean; readonly except: readonly string[] }
  | { readonly kind: 'pods'; readonly pods: PodsSketch }
  | { readonly kind: 'wellKnown'; readonly name: keyof typeof WELL_KNOWN }
  | { readonly kind: 'several'; readonly peers: readonly PeerSketch[] };

const WELL_KNOWN = {
  anywhere: () => Peer.anywhere(),
  ingressNginx: () => Peer.ingressNginx(),
  prometheus: () => Peer.prometheus(),
};

/** Blocks with parts that nest, and that are met by the addresses of the clusters. */
const BLOCKS: readonly { readonly cidr: string; readonly parts: readonly string[] }[] = [
  { cidr: '10.0.0.0/8', parts: ['10.0.0.0/9', '10.1.0.0/16', '10.1.2.0/24', '10.128.0.0/9'] },
  { cidr: '203.0.113.0/24', parts: ['203.0.113.0/29', '203.0.113.8/32'] },
  { cidr: '10.1.0.0/16', parts: ['10.1.2.0/24'] },
  { cidr: 'fd01::/16', parts: ['fd01::/32', 'fd01:0:1::/48'] },
  { cidr: '2001:db8::/32', parts: ['2001:db8:1::/48'] },
];

/** Blocks that cover addresses of metadata services. */
const WIDE_BLOCKS: typeof BLOCKS = [
  { cidr: '0.0.0.0/0', parts: ['10.0.0.0/8', '203.0.113.0/24'] },
  { cidr: '::/0', parts: ['fd00::/8', 'fd01::/16'] },
  { cidr: '169.254.0.0/16', parts: ['169.254.20.10/32'] },
];

const blockOf = (blocks: typeof BLOCKS): fc.Arbitrary<BlockSketch> =>
  fc
    .constantFrom(...blocks)
    .chain(({ cidr, parts }) =>
      fc.record({ kind: fc.constant('block' as const), cidr: fc.constant(cidr), except: fc.subarray([...parts]) }),
    );

/** A block without metadata addresses. */
export const blockSketch = blockOf(BLOCKS);

export const wideBlockSketch = blockOf([...BLOCKS, ...WIDE_BLOCKS]);

export const internetSketch: fc.Arbitrary<PeerSketch> = fc.record({
  kind: fc.constant('internet' as const),
  nat64: fc.boolean(),
  except: fc.subarray(['8.8.8.0/24', '1.0.0.0/8', '2606:4700::/32']),
});

const onePeer: fc.Arbitrary<PeerSketch> = fc.oneof(
  { weight: 5, arbitrary: podsSketch.map((pods): PeerSketch => ({ kind: 'pods', pods })) },
  { weight: 3, arbitrary: wideBlockSketch },
  { weight: 1, arbitrary: internetSketch },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('anywhere', 'ingressNginx', 'prometheus')
      .map((name): PeerSketch => ({ kind: 'wellKnown', name })),
  },
);

export const peerSketch: fc.Arbitrary<PeerSketch> = fc.oneof(
  { weight: 6, arbitrary: onePeer },
  {
    weight: 1,
    arbitrary: fc
      .array(onePeer, { minLength: 1, maxLength: 2 })
      .map((peers): PeerSketch => ({ kind: 'several', peers })),
  },
);

export const peersSketch = fc.array(peerSketch, { minLength: 1, maxLength: 3 });

/** A peer without metadata addresses. */
export const outgoingPeerSketch = fc.oneof<fc.Arbitrary<PeerSketch>[]>(
  podsSketch.map((pods): PeerSketch => ({ kind: 'pods', pods })),
  blockSketch,
  internetSketch,
  fc.constant<PeerSketch>({ kind: 'wellKnown', name: 'anywhere' }),
);

export const outgoingSketch = fc.array(outgoingPeerSketch, { minLength: 1, maxLength: 3 });

export const portsSketch = fc.array(portSketch, { minLength: 1, maxLength: 3 });

export function peerOf(sketch: PeerSketch): IPeer {
  switch (sketch.kind) {
    case 'block':
      return Peer.cidr(sketch.cidr, ...sketch.except);
    case 'internet':
      return Peer.internet({ nat64: sketch.nat64, except: sketch.except.length > 0 ? [...sketch.except] : undefined });
    case 'pods':
      return podsOf(sketch.pods);
    case 'wellKnown':
      return WELL_KNOWN[sketch.name]();
    case 'several':
      return new OwnPeer(sketch.peers);
  }
}

export function peersOf(sketches: readonly PeerSketch[]): IPeer[] {
  return sketches.map(peerOf);
}

/** A peer as a user may write one. */
class OwnPeer implements IPeer {
  constructor(private readonly sketches: readonly PeerSketch[]) {}

  toPeers() {
    return peersOf(this.sketches).flatMap(peer => peer.toPeers());
  }
}
