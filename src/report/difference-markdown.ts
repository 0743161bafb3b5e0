import { writtenOut } from '../model/printable';
import { Difference } from '../verify/matrix/diff';
import { shortName } from './connection-list';
import { countChanges, Section, sectionsOf, unreadRemarks } from './difference';
import { byEnds, Row } from './groups';
import { plain } from './paint';
import { Reasons } from './reasons';

/** Rows of one table: more than a reviewer reads. */
const MOST_ROWS = 50;

/** Names in one cell. */
const MOST_NAMES = 4;

/** What changed, as a comment for a pull request: a table for each cause, cut where it is long. */
export function* differenceMarkdown(difference: Difference): Generator<string> {
  const reasons = new Reasons();
  yield `### Who reaches whom: ${countChanges(difference)}`;
  for (const remark of unreadRemarks(difference)) yield* ['', remark.join(' ')];
  for (const section of sectionsOf(difference, reasons, plain)) yield* sectionLines(section);
  yield* reasons.lines((_, text) => `- ${text}`);
}

function* sectionLines({ title, workloads, rows }: Section): Generator<string> {
  if (workloads.length > 0) yield* ['', `**${title}:** ${cell(workloads)}`];
  const all = merged(rows);
  if (all.length === 0) return;
  yield* ['', '| | from | to | ports |', '|---|---|---|---|'];
  for (const { mark, from, to, ports } of all.slice(0, MOST_ROWS)) {
    yield `| ${mark === '+' ? '➕' : '➖'} | ${cell(from)} | ${cell(to)} | ${ports} |`;
  }
  const cut = all.slice(MOST_ROWS).reduce((sum, { from, to }) => sum + from.length * to.length, 0);
  if (cut > 0) yield* ['', `and ${cut} more connections; \`netpol diff\` prints all of them`];
}

interface MergedRow {
  readonly mark: Row['mark'];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly ports: string;
}

/** Rows that say the same of several destinations, and then of several sources, are one. */
function merged(rows: readonly Row[]): MergedRow[] {
  const single = [...rows].sort(byEnds).map(({ from, to, ...rest }) => ({ from: [from], to: [to], ...rest }));
  return joined(joined(single, 'to'), 'from');
}

function joined(rows: readonly MergedRow[], end: 'from' | 'to'): MergedRow[] {
  const other = end === 'from' ? 'to' : 'from';
  const groups = new Map<string, MergedRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.mark, row.ports, row[other]]);
    const group = groups.get(key);
    groups.set(key, group === undefined ? row : { ...group, [end]: [...group[end], ...row[end]] });
  }
  return [...groups.values()];
}

function cell(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(name => `\`${shortName(name).replace(/[`|]/g, writtenOut)}\``);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join('<br>');
}
