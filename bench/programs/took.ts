/** Of one run in seconds: by the clock, and of the processor by all threads of the process. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

export interface Timing {
  /** In a process that has done nothing of the kind before. */
  readonly first: Took;
  /** Median of those after it. */
  readonly after: Took;
  /** Most memory of the process until the first is done, what was there before among it, in MB. */
  readonly memory: number;
}

const RUNS_AFTER = 5;

export function timingOf(work: () => void): Timing {
  const first = timed(work);
  const memory = process.resourceUsage().maxRSS / 1024;
  return { first, after: medianOf(Array.from({ length: RUNS_AFTER }, () => timed(work))), memory };
}

export function timed(work: () => void): Took {
  const [start, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
}

export function medianOf(all: readonly Took[]): Took {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[all.length >> 1];
  return { wall: middle(all.map(({ wall }) => wall)), cpu: middle(all.map(({ cpu }) => cpu)) };
}
