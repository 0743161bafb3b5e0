export async function diffPaths(..._: unknown[]): Promise<0> {
  return 0;
}
