import { Guarantee, Opening } from '../model/guarantee';
import { IPeer, termsOf } from '../model/peer';

/**
 * A guarantee in words, one line a fact: who is isolated, then who may reach whom.
 *
 * Sorted and without duplicates, so that the guarantees of several constructs can be put together.
 */
export function describeGuarantee(...guarantees: Guarantee[]): string {
  const isolated = guarantees.flatMap(({ isolates }) =>
    isolates.map(({ pods, directions }) => `${pods}: isolated for ${directions.join(' and ').toLowerCase()}`),
  );
  const opened = guarantees.flatMap(({ opens }) => opens.map(describeOpening));
  return [...sorted(isolated), ...sorted(opened)].join('\n');
}

function describeOpening({ from, to, ports }: Opening): string {
  return `${inWords(from)} -> ${inWords(to)}: ${ports.join(', ')}`;
}

/** Exceptions of a block are left out: the public internet has dozens. */
function inWords(peers: readonly IPeer[]): string {
  return termsOf(peers)
    .map(term => String(term).replace(/ except .*/, ' with exceptions'))
    .join(' or ');
}

function sorted(lines: string[]): string[] {
  return [...new Set(lines)].sort();
}
