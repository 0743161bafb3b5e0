import { mergeIntervals } from '../../src/model/port-set';
import { PROTOCOLS } from '../../src/model/protocol';

/** A rule as it is written. */
interface RuleManifest {
  readonly from?: readonly PeerManifest[];
  readonly to?: readonly PeerManifest[];
  readonly ports?: readonly { readonly protocol: string; readonly port?: number | string; readonly endPort?: number }[];
}

interface PeerManifest {
  readonly namespaceSelector?: object;
  readonly podSelector?: object;
}

/** One peer at one port, or at ports that follow each other. */
interface Grant {
  readonly peer: string;
  readonly protocol: string;
  readonly name?: string;
  readonly first: number;
  readonly last: number;
}

const ANYONE = '';

/** Whether rules of one direction allow all that others do. @param namespace of the policy that they stand in */
export function allowAll(rules: readonly unknown[], others: readonly unknown[], namespace: unknown): boolean {
  const granted = grantsOf(rules, namespace);
  return grantsOf(others, namespace).every(grant => isGranted(granted, grant));
}

function isGranted(granted: readonly Grant[], { peer, protocol, name, first, last }: Grant): boolean {
  const same = granted.filter(each => [ANYONE, peer].includes(each.peer) && each.protocol === protocol);
  if (name !== undefined && same.some(each => each.name === name)) return true;
  const numbers = mergeIntervals(same.filter(each => each.name === undefined));
  return numbers.some(each => each.first <= first && last <= each.last);
}

function grantsOf(rules: readonly unknown[], namespace: unknown): Grant[] {
  return (rules as readonly RuleManifest[]).flatMap(
    ({ from, to, ports = PROTOCOLS.map(protocol => ({ protocol })) }) => {
      const peers = (from ?? to)?.map(peer => peerText(peer, namespace)) ?? [ANYONE];
      return peers.flatMap(peer => ports.map(port => grantOf(peer, port)));
    },
  );
}

function grantOf(peer: string, { protocol, port, endPort }: NonNullable<RuleManifest['ports']>[number]): Grant {
  // Who allows a name by number allows all numbers.
  if (port === undefined || typeof port === 'string') return { peer, protocol, name: port, first: 1, last: 65535 };
  return { peer, protocol, first: port, last: endPort ?? port };
}

/** A namespace may be named, or left out since it is the policy's. */
function peerText({ namespaceSelector, podSelector = {}, ...block }: PeerManifest, namespace: unknown): string {
  const own = JSON.stringify({ matchLabels: { 'kubernetes.io/metadata.name': namespace } });
  const isOwn = JSON.stringify(namespaceSelector) === own;
  return JSON.stringify({ ...(!isOwn && { namespaceSelector }), podSelector, ...block });
}
