import { Workload } from '../model/cluster';
import { Difference } from '../verify/diff';
import { Reached } from '../verify/reached';
import { ConnectionJson, connectionsJson } from './connection-json';
import { groupLines, rowsOf } from './connection-list';
import { grouped, Row } from './groups';
import { workloadName } from './names';
import { Paint } from './paint';
import { Reasons } from './reasons';

/** What changed, as `--json` prints it. */
export interface DifferenceJson {
  readonly added: readonly ConnectionJson[];
  readonly removed: readonly ConnectionJson[];
  /** Names of workloads that are there now and were not. */
  readonly appeared: readonly string[];
  /** Names of workloads that were there and are not. */
  readonly vanished: readonly string[];
}

/** What changed, as `--json` prints it. */
export function differenceJson({ added, removed, appeared, vanished, portSets }: Difference) {
  return {
    added: connectionsJson(added, portSets),
    removed: connectionsJson(removed, portSets),
    appeared: namesOf(appeared),
    vanished: namesOf(vanished),
  };
}

/** What changed, for people. */
export function* differenceLines(difference: Difference, paint: Paint): Generator<string> {
  const reasons = new Reasons();
  yield paint('heading', countChanges(difference));
  for (const { title, workloads, rows } of sectionsOf(difference, reasons, paint)) {
    if (workloads.length > 0) yield* ['', paint('heading', `${title}: ${workloads.join(', ')}`)];
    for (const group of grouped(rows)) yield* ['', ...groupLines(group, paint)];
  }
  yield* reasons.lines(paint);
}

/** Changes with one cause. */
export interface Section {
  readonly title: string;
  /** The workloads that are the cause; none where policies or labels are. */
  readonly workloads: readonly string[];
  readonly rows: readonly Row[];
}

/** Tells apart reach that changes from workloads that come and go. */
export function sectionsOf(difference: Difference, reasons: Reasons, paint: Paint): Section[] {
  const { added, removed, appeared, vanished, portSets } = difference;
  const moved = new Set([...appeared, ...vanished]);
  const rows = (reached: readonly Reached[], mark: Row['mark'], isOfMoved: boolean) =>
    reached
      .filter(each => touches(each, moved) === isOfMoved)
      .flatMap(each => rowsOf(each, { mark, portSets, reasons, paint }));
  const sections: Section[] = [
    { title: 'reach', workloads: [], rows: [...rows(added, '+', false), ...rows(removed, '-', false)] },
    { title: 'new', workloads: namesOf(appeared), rows: rows(added, '+', true) },
    { title: 'gone', workloads: namesOf(vanished), rows: rows(removed, '-', true) },
  ];
  return sections.filter(section => section.rows.length + section.workloads.length > 0);
}

/** `3 connections added, 1 removed; 1 workload is new, 0 are gone`. */
export function countChanges({ added, removed, appeared, vanished }: Difference): string {
  if (added.length + removed.length + appeared.length + vanished.length === 0) return 'nothing changes';
  const reach = `${counted(added.length, 'connection')} added, ${removed.length} removed`;
  if (appeared.length + vanished.length === 0) return reach;
  return `${reach}; ${counted(appeared.length, 'workload')} new, ${vanished.length} gone`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function touches({ from, to }: Reached, workloads: ReadonlySet<Workload>): boolean {
  return [from, to].some(end => 'workload' in end && workloads.has(end.workload));
}

function namesOf(workloads: readonly Workload[]): string[] {
  return workloads.map(workloadName).sort();
}
