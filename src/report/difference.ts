import { Workload } from '../model/cluster';
import { Possible } from '../verify/matrix/allowed-beyond';
import { Difference, isNothing } from '../verify/matrix/diff';
import { bySource, Reached } from '../verify/matrix/reached';
import { ConnectionJson, connectionJson, connectionsJson, SingleConnectionJson } from './connection-json';
import { groupLines, rowsOf } from './connection-list';
import { grouped, Row } from './groups';
import { Streamed } from './json-document';
import { describeConnection, workloadName } from './names';
import { Paint } from './paint';
import { describePorts, onceEach } from './ports';
import { Reasons } from './reasons';

/** What `netpol diff --json` prints. */
export interface DiffJson {
  /** What is allowed or unknown now and was not, sorted. */
  readonly added: readonly ConnectionJson[];
  /** What was allowed or unknown and is not, sorted. */
  readonly removed: readonly ConnectionJson[];
  /** Names of workloads that are there now and were not. */
  readonly appeared: readonly string[];
  /** Names of workloads that were there and are not. */
  readonly vanished: readonly string[];
  /** What changes for pods that were not read; left out where nothing does. */
  readonly unread?: { readonly added?: PossibleJson; readonly removed?: PossibleJson };
}

/** One connection of pods that could exist, or why it cannot be told whether there is one. */
export type PossibleJson = SingleConnectionJson | { readonly reason: string };

/** What changed, as `--json` prints it. */
export function differenceJson(difference: Difference): Streamed<DiffJson> {
  const { added, removed, appeared, vanished, unread, portSets } = difference;
  const [more, less] = [unread.added, unread.removed].map(each => each && possibleJson(each));
  return {
    added: connectionsJson(bySource(added), portSets),
    removed: connectionsJson(bySource(removed), portSets),
    appeared: namesOf(appeared),
    vanished: namesOf(vanished),
    unread: (more ?? less) ? { added: more, removed: less } : undefined,
  };
}

function possibleJson(found: Possible): PossibleJson {
  return 'reason' in found ? found : connectionJson(found);
}

/** What changed, for people. */
export function* differenceLines(difference: Difference, paint: Paint): Generator<string> {
  const reasons = new Reasons();
  yield paint('heading', countChanges(difference));
  const remarks = unreadRemarks(difference);
  if (remarks.length > 0) yield '';
  for (const [remark, ...examples] of remarks) yield* [remark, ...examples.map(example => `  ${example}`)];
  for (const { title, workloads, rows } of sectionsOf(difference, reasons, paint)) {
    if (workloads.length > 0) yield* ['', paint('heading', `${title}: ${workloads.join(', ')}`)];
    for (const group of grouped(rows)) yield* ['', ...groupLines(group, paint)];
  }
  yield* reasons.lines(paint);
}

/** What changes for pods that were not read: each remark, and an example where there is one. */
export function unreadRemarks({ unread: { added, removed } }: Difference): (readonly [string, ...string[]])[] {
  return [
    ...(added === undefined ? [] : [remarkOn(added, 'more')]),
    ...(removed === undefined ? [] : [remarkOn(removed, 'less')]),
  ];
}

function remarkOn(found: Possible, what: 'more' | 'less'): readonly [string, ...string[]] {
  const remark = `for pods that were not read, ${what} is allowed`;
  return 'reason' in found ? [`${remark} or not: ${found.reason}`] : [`${remark}, such as`, describeConnection(found)];
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
  const ports = onceEach(set => describePorts(portSets, set));
  const moved = new Set([...appeared, ...vanished]);
  const rows = (reached: readonly Reached[], mark: Row['mark'], isOfMoved: boolean) =>
    reached
      .filter(each => touches(each, moved) === isOfMoved)
      .flatMap(each => rowsOf(each, { mark, ports, reasons, paint }));
  const sections: Section[] = [
    { title: 'reach', workloads: [], rows: [...rows(added, '+', false), ...rows(removed, '-', false)] },
    { title: 'new', workloads: namesOf(appeared), rows: rows(added, '+', true) },
    { title: 'gone', workloads: namesOf(vanished), rows: rows(removed, '-', true) },
  ];
  return sections.filter(section => section.rows.length + section.workloads.length > 0);
}

/** `3 connections added, 1 removed; 1 workload new, 0 gone`. */
export function countChanges(difference: Difference): string {
  const { added, removed, appeared, vanished } = difference;
  if (isNothing(difference)) return 'nothing changes';
  if (added.length + removed.length + appeared.length + vanished.length === 0) {
    return 'nothing changes for pods that were read';
  }
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
