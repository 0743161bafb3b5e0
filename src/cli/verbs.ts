/* eslint-disable @typescript-eslint/no-require-imports -- `import()` of a file of one's own would need its extension. */

/** What the verbs do, each loaded when it is called. */
export const VERBS = {
  list: () => require('./list') as typeof import('./list'),
  test: () => require('./test-expectations') as typeof import('./test-expectations'),
  explain: () => require('./explain') as typeof import('./explain'),
  diff: () => require('./diff') as typeof import('./diff'),
  check: () => require('./check') as typeof import('./check'),
};
