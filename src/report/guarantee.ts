import { Guarantee, Isolation, Opening } from '../model/guarantee';
import { containsPods } from '../model/label-space';
import { inShort } from '../model/peer';

/**
 * A guarantee in words, one line a fact: who is isolated, then who may reach whom.
 *
 * Sorted, and each isolation said once, so that the guarantees of several constructs can be put together.
 */
export function describeGuarantee(...guarantees: Guarantee[]): string {
  const isolations = guarantees.flatMap(({ isolates }) => isolates);
  const widest = isolations.filter(isolation => !isolations.some(other => saysMore(other, isolation)));
  const opened = guarantees.flatMap(({ opens }) => opens.map(describeOpening));
  return [...sorted(widest.map(describeIsolation)), ...sorted(opened)].join('\n');
}

/** Whether one isolation leaves nothing to say for another, which does not say the same. */
function saysMore(outer: Isolation, inner: Isolation): boolean {
  return outer !== inner && covers(outer, inner) && !covers(inner, outer);
}

function covers(outer: Isolation, inner: Isolation): boolean {
  return inner.directions.every(each => outer.directions.includes(each)) && containsPods(outer.pods, inner.pods);
}

function describeIsolation({ pods, directions }: Isolation): string {
  return `${pods}: isolated for ${directions.join(' and ').toLowerCase()}`;
}

function describeOpening({ from, to, ports }: Opening): string {
  return `${inShort(from)} -> ${inShort(to)}: ${ports.join(', ')}`;
}

function sorted(lines: string[]): string[] {
  return [...new Set(lines)].sort();
}
