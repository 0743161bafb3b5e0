/** What it takes to load packages, one after the other. */
export interface Load {
  readonly milliseconds: number;
  /** Of the processor. */
  readonly busy: number;
  /** Bytes on the heap; with `--expose-gc` those that stay. */
  readonly heap: number;
}

void load(process.argv.slice(2)).then(found => console.log(JSON.stringify(found)));

async function load(packages: readonly string[]): Promise<Load> {
  const [before, start, usage] = [usedHeap(), performance.now(), process.cpuUsage()];
  for (const name of packages) await import(name);
  const { user, system } = process.cpuUsage(usage);
  return { milliseconds: performance.now() - start, busy: (user + system) / 1e3, heap: usedHeap() - before };
}

function usedHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
