import fc from 'fast-check';
import { Anywhere } from '../../src/model/peer';
import { Port } from '../../src/model/port';
import { Connections } from '../../src/verify/space/questions';
import * as manifest from '../oracle/manifest';
import { matchesPeers, matchesPorts } from '../oracle/rule';
import { peerOf, portOf } from './model-of';
import { NAME_LABEL, NARROW } from './pools';
import { peerOf as peerSketchOf, portOf as portSketchOf } from './sketch-policies';
import { labelsOf } from './sketch-selectors';
import { Claim } from './universe';

/** Connections between anyone: no peers means everyone, no ports every port. */
export interface QuestionSketch {
  readonly from: readonly manifest.Peer[];
  readonly to: readonly manifest.Peer[];
  readonly ports: readonly manifest.Port[];
}

/** Outside of a policy, there is no namespace that a peer could leave out. */
const peer = peerSketchOf(NARROW).map(each =>
  each.ipBlock || each.namespaceSelector ? each : { ...each, namespaceSelector: {} },
);

/** Pods with these labels alone, in a namespace that policies name: little is true of them by chance. */
export const someone: fc.Arbitrary<manifest.Peer> = fc
  .tuple(labelsOf(NARROW), fc.constantFrom(...NARROW.namespaces))
  .map(([labels, name]) => ({
    podSelector: {
      matchExpressions: NARROW.keys.map(key =>
        Object.hasOwn(labels, key) ? { key, operator: 'In', values: [labels[key]] } : { key, operator: 'DoesNotExist' },
      ),
    },
    namespaceSelector: { matchLabels: { [NAME_LABEL]: name } },
  }));

const anyone = fc.oneof(fc.array(peer, { maxLength: 2 }), fc.tuple(someone), fc.tuple(someone));

export const question: fc.Arbitrary<QuestionSketch> = fc.record({
  from: anyone,
  to: anyone,
  ports: fc.array(portSketchOf(NARROW), { maxLength: 2 }),
});

/** The same question as the verifier reads it. */
export function connectionsOf({ from, to, ports }: QuestionSketch): Connections {
  const peers = (all: readonly manifest.Peer[]) => (all.length > 0 ? all.map(peerOf) : [Anywhere.INSTANCE]);
  return { from: peers(from), to: peers(to), ports: ports.length > 0 ? ports.map(portOf) : [Port.all()] };
}

/** That a connection is one of those that are asked about. */
export function isAsked({ from, to, ports }: QuestionSketch): Claim {
  return ({ connection, namespaces }, { facts }) => {
    const around = { policyNamespace: '', namespaces, doubts: facts };
    return (
      matchesPorts({ peers: [], ports }, connection) &&
      matchesPeers({ peers: from, ports: [] }, connection.from, around) &&
      matchesPeers({ peers: to, ports: [] }, connection.to, around)
    );
  };
}
