import { PolicyError } from '../src/model/policy-error';

/** The PolicyError that some work throws; anything else thrown, or nothing at all, fails the test. */
export function refusalOf(work: () => unknown): PolicyError {
  const thrown = thrownBy(work);
  if (thrown instanceof PolicyError) return thrown;
  throw new Error(thrown === undefined ? 'nothing was refused' : `not a PolicyError: ${String(thrown)}`);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
