/**
 * Makes resources of which no one asks where they were made.
 *
 * For each resource Pulumi writes out over twenty stack traces, to tell promises that hang from each other: a third of
 * the time it takes to register one. Their ten lines lie in Pulumi and here; none is the program's. The one that is left
 * says where a transformation of the program throws.
 */
export function withShortStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
