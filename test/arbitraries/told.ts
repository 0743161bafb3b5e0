import fc from 'fast-check';
import { IPeer, Port, Protocol } from '../../src';
import { peerOf, PeerSketch, peerSketch } from './peers';
import { portOf, PortSketch } from './ports';

export const NAMES = ['web', 'api', 'db'] as const;

export type Name = (typeof NAMES)[number];

/** One thing that somebody says to a workload, as plain data. */
export type Call =
  | { readonly say: 'allowTo' | 'allowFrom'; readonly who: Name; readonly other: Name; readonly ports?: PortSketch[] }
  | { readonly say: 'allowPeer'; readonly who: Name; readonly peer: PeerSketch; readonly ports: PortSketch[] }
  | { readonly say: 'allowInternally' | 'allowDns' | 'isolate'; readonly who: Name };

const name = fc.constantFrom(...NAMES);

const port = fc.constantFrom<PortSketch>(
  { kind: 'range', protocol: Protocol.TCP, first: 80, last: 80 },
  { kind: 'range', protocol: Protocol.TCP, first: 81, last: 443 },
  { kind: 'range', protocol: Protocol.UDP, first: 53, last: 53 },
);

const ports = fc.array(port, { minLength: 1, maxLength: 2 });

const call: fc.Arbitrary<Call> = fc.oneof(
  fc.record({
    say: fc.constantFrom('allowTo' as const, 'allowFrom' as const),
    who: name,
    other: name,
    ports: fc.option(ports, { nil: undefined }),
  }),
  fc.record({ say: fc.constant('allowPeer' as const), who: name, peer: peerSketch, ports }),
  fc.record({ say: fc.constantFrom('allowInternally' as const, 'allowDns' as const, 'isolate' as const), who: name }),
);

export const calls = fc.array(call, { maxLength: 8 });

/** The labels of each: those of pods in the clusters. */
export const LABELS = { web: { role: 'a' }, api: { role: 'b' }, db: { role: 'c' } };

/** A workload, as far as it is told something here. */
interface Talker<W> {
  allowTo(peer: W | IPeer, ports?: Port[]): void;
  allowFrom(peer: W | IPeer, ports?: Port[]): void;
  allowInternally(): void;
  allowDns(): void;
  isolate(): void;
}

/** Says it, to a workload of either host. */
export function say<W extends Talker<W>>(what: Call, workloads: Readonly<Record<Name, W>>): void {
  const workload = workloads[what.who];
  switch (what.say) {
    case 'allowTo':
    case 'allowFrom':
      return workload[what.say](workloads[what.other], what.ports?.map(portOf));
    case 'allowPeer':
      return workload.allowFrom(peerOf(what.peer), what.ports.map(portOf));
    default:
      return workload[what.say]();
  }
}
