import { Parameters } from 'fast-check';

/** NETPOL_LONG=1 asks for fifty times as many runs. */
const FACTOR = process.env.NETPOL_LONG === '1' ? 50 : 1;

jest.setTimeout(30_000 * FACTOR);

/** How often a property is tried. */
export function runs(usual: number): Parameters<unknown> {
  return { numRuns: usual * FACTOR };
}
