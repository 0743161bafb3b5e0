import { expect } from '@jest/globals';
import { matchers } from './matchers';
import { NetworkMatchers } from './network-matchers';

expect.extend(matchers);

declare global {
  namespace jest {
    interface Matchers<R> extends NetworkMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> extends NetworkMatchers<R> {}
}
