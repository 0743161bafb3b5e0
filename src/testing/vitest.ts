import { NetworkMatchers } from './network-matchers';

// Also what makes the compiler look at vitest; vitest.mts is what runs.
export type { Assertion } from 'vitest';

declare module 'vitest' {
  interface Assertion<T> extends NetworkMatchers {}
}
