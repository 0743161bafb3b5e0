/** `NETPOL_LONG=1` runs the tests that take minutes, in place of a sample of them. */
export const LONG = process.env.NETPOL_LONG === '1';

/** How often to try. */
export function runs(short: number, long: number): number {
  return LONG ? long : short;
}

/** Most that a test may take, in milliseconds. */
export const PATIENCE = LONG ? 3_600_000 : 60_000;
