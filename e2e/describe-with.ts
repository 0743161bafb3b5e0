/** Something that tests need and that a machine may lack: it, or why it is not there. */
export type Needed<T> = { readonly found: T } | { readonly missing: string };

/** Tests that need something; where it is missing, each is reported as skipped, with the reason. */
export function describeWith<T>(name: string, needed: Needed<T>, tests: (found: () => T) => void): void {
  if ('found' in needed) describe(name, () => tests(() => needed.found));
  else {
    const title = `${name} (skipped: ${needed.missing})`;
    // Jest says nothing of a file in which all is skipped, but for a count at the end.
    process.stderr.write(`${title}\n`);
    describe.skip(title, () =>
      tests(() => {
        throw new Error(needed.missing);
      }),
    );
  }
}
