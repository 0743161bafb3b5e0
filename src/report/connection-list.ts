import { PortSets } from '../verify/port-sets';
import { Reached, ReachEnd } from '../verify/reached';
import { Group, grouped, Row } from './groups';
import { workloadName } from './names';
import { Paint, Style } from './paint';
import { PortWords } from './ports';
import { Reasons } from './reasons';

/** Who reaches whom, source by source. */
export function* connectionLines(reached: Iterable<Reached>, portSets: PortSets, paint: Paint): Generator<string> {
  const reasons = new Reasons();
  const context: RowContext = { mark: '->', ports: new PortWords(portSets), reasons, paint };
  const rows = [...reached].flatMap(each => rowsOf(each, context));
  if (rows.length === 0) yield 'nobody reaches anybody';
  let isFirst = true;
  for (const group of grouped(rows)) {
    if (!isFirst) yield '';
    isFirst = false;
    yield* groupLines(group, paint);
  }
  yield* reasons.lines(paint);
}

/** What rows are made with. */
export interface RowContext {
  readonly mark: Row['mark'];
  readonly ports: PortWords;
  readonly reasons: Reasons;
  readonly paint: Paint;
}

/** What one end reaches of another: what is allowed, and what cannot be told. */
export function rowsOf({ from, to, allowed, unknown, reasons: why }: Reached, context: RowContext): Row[] {
  const { mark, ports: words, reasons, paint } = context;
  const ends = { mark, from: inOneName(from), to: inOneName(to) };
  const rows: Row[] = [];
  if (allowed !== PortSets.NONE) rows.push({ ...ends, ports: words.of(allowed) });
  if (unknown !== PortSets.NONE) {
    const ports = `unknown: ${words.of(unknown)} ${why.map(each => reasons.mark(each)).join(' ')}`;
    rows.push({ ...ends, ports: paint('doubt', ports) });
  }
  return rows;
}

/** Names that are longer than this stand in a line of their own. */
const LONGEST = 46;

const STYLE = { '->': 'quiet', '+': 'good', '-': 'bad' } as const satisfies Record<Row['mark'], Style>;

/** A group: its sources as heading, a line for each destination. */
export function* groupLines({ from, rows }: Group, paint: Paint): Generator<string> {
  for (const source of from) yield paint('heading', source);
  const lengths = rows.map(({ to }) => to.length).filter(length => length <= LONGEST);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  for (const { mark, to, ports } of rows) {
    const sign = paint(STYLE[mark], mark);
    if (to.length <= LONGEST) yield `  ${sign} ${to.padEnd(width)}  ${ports}`;
    else {
      yield `  ${sign} ${to}`;
      yield `${' '.repeat(mark.length + width + 5)}${ports}`;
    }
  }
}

/** Long lists of blocks are cut; `--json` has them all. */
export function inOneName(end: ReachEnd): string {
  if ('workload' in end) return workloadName(end.workload);
  const { cidrs } = end;
  return cidrs.length <= 2 ? cidrs.join(', ') : `${cidrs[0]} ... ${cidrs[cidrs.length - 1]} (${cidrs.length} blocks)`;
}
