import fc from 'fast-check';
import { Port } from '../../src/model/port';
import { Protocol, PROTOCOLS } from '../../src/model/protocol';

/** A port as plain data. */
export type PortSketch =
  | { readonly kind: 'range'; readonly protocol: Protocol; readonly first: number; readonly last: number }
  | { readonly kind: 'named'; readonly protocol: Protocol; readonly name: string }
  | { readonly kind: 'all' };

/** Few numbers, so that ranges touch and overlap, and those at the edges. */
export const PORT_NUMBERS = [1, 2, 53, 80, 81, 82, 443, 8080, 8081, 9090, 65534, 65535] as const;

export const PORT_NAMES = ['http', 'metrics'] as const;

const protocol = fc.constantFrom(...PROTOCOLS);

const range = fc
  .tuple(protocol, fc.constantFrom(...PORT_NUMBERS), fc.constantFrom(...PORT_NUMBERS))
  .map(([of, a, b]): PortSketch => ({ kind: 'range', protocol: of, first: Math.min(a, b), last: Math.max(a, b) }));

const single = fc
  .tuple(protocol, fc.constantFrom(...PORT_NUMBERS))
  .map(([of, number]): PortSketch => ({ kind: 'range', protocol: of, first: number, last: number }));

const named = fc
  .tuple(protocol, fc.constantFrom(...PORT_NAMES))
  .map(([of, name]): PortSketch => ({ kind: 'named', protocol: of, name }));

export const portSketch: fc.Arbitrary<PortSketch> = fc.oneof(
  { weight: 6, arbitrary: single },
  { weight: 3, arbitrary: range },
  { weight: 2, arbitrary: named },
  { weight: 1, arbitrary: fc.constant({ kind: 'all' } as const) },
);

export function portOf(sketch: PortSketch): Port {
  switch (sketch.kind) {
    case 'range':
      return RANGE[sketch.protocol](sketch.first, sketch.last);
    case 'named':
      return Port.named(sketch.name, sketch.protocol);
    case 'all':
      return Port.all();
  }
}

const RANGE = {
  [Protocol.TCP]: (first: number, last: number) => Port.tcp(first, last),
  [Protocol.UDP]: (first: number, last: number) => Port.udp(first, last),
  [Protocol.SCTP]: (first: number, last: number) => Port.sctp(first, last),
};

export const port = portSketch.map(portOf);
