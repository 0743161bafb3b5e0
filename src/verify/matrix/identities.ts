import { appendTo } from '../../model/append-to';
import { Labels, Workload } from '../../model/cluster';

/** Beside each workload of a cluster a text that it shares with the same one in the other cluster, and with no other. */
export type Identities = ReadonlyMap<Workload, string>;

/**
 * Which workloads of two clusters are the same ones: those of one namespace, kind and name. Where several have one name,
 * as pods do whose names are yet to be made up, those with the same labels are, and what is left in its order.
 */
export function identify(before: readonly Workload[], after: readonly Workload[]): [Identities, Identities] {
  const [old, next] = [new Map<Workload, string>(), new Map<Workload, string>()];
  const namesakes = byName(after);
  for (const [name, mine] of byName(before)) {
    mine.forEach((workload, number) => old.set(workload, `${name} ${number}`));
    pair(mine, namesakes.get(name) ?? []).forEach((number, workload) => next.set(workload, `${name} ${number}`));
    namesakes.delete(name);
  }
  for (const [name, theirs] of namesakes) theirs.forEach((each, number) => next.set(each, `${name} ${number}`));
  return [old, next];
}

/** Beside each of the later ones the number of the earlier one that it is, or one that none of them has. */
function pair(before: readonly Workload[], after: readonly Workload[]): Map<Workload, number> {
  const free = new Set(before.keys());
  const numbers = new Map<Workload, number>();
  for (const workload of after) {
    const same = [...free].find(number => textOf(before[number].labels) === textOf(workload.labels));
    if (same === undefined) continue;
    numbers.set(workload, same);
    free.delete(same);
  }
  const left = [...free];
  let more = before.length;
  for (const workload of after) if (!numbers.has(workload)) numbers.set(workload, left.shift() ?? more++);
  return numbers;
}

function byName(workloads: readonly Workload[]): Map<string, Workload[]> {
  const named = new Map<string, Workload[]>();
  for (const workload of workloads) {
    appendTo(named, `${workload.namespace}/${workload.kind}/${workload.name}`, workload);
  }
  return named;
}

function textOf(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join();
}
