import type * as SynthesisChecks from './synthesis-checks';

/** What reads manifests and judges them. It is loaded when a check is made, and not by programs without one. */
export function synthesisChecks(): typeof SynthesisChecks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./synthesis-checks') as typeof SynthesisChecks;
}
