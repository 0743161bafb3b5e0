/** Something that tests need and that a machine may lack: it, or why it is not there. */
export type Needed<T> = { readonly found: T } | { readonly missing: string };

/** Tests that need something; where it is missing, each is reported as skipped, with the reason. */
export function describeWith<T>(name: string, needed: Needed<T>, tests: (found: () => T) => void): void {
  if ('found' in needed) describe(name, () => tests(() => needed.found));
  else {
    describe.skip(`${name} (skipped: ${needed.missing})`, () =>
      tests(() => {
        throw new Error(needed.missing);
      }));
  }
}
