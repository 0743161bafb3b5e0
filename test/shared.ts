import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Verdicts and manifests of other people: beside the checkout where they are kept, and not part of it. */
const SHARED = join(__dirname, '..', '..', 'shared');

/** Tests that read `../shared`; where that folder is not, they are reported as skipped. */
export function describeShared(name: string, tests: (folder: string) => void): void {
  if (existsSync(SHARED)) describe(name, () => tests(SHARED));
  else {
    describe.skip(`${name} (skipped: there is no ../shared beside the checkout)`, () => it('reads ../shared', absent));
  }
}

/** The cases of one of the suites in `../shared/conformance`. */
export function conformanceCases<T>(folder: string, suite: string): T[] {
  const { cases } = JSON.parse(readFileSync(join(folder, 'conformance', suite, 'cases.json'), 'utf8')) as {
    cases: T[];
  };
  return cases;
}

function absent(): never {
  throw new Error('../shared is not there');
}
