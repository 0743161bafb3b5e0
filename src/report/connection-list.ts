import { Reached, ReachEnd } from '../verify/matrix/reached';
import { PortSetId, PortSets } from '../verify/sets/port-sets';
import { Group, grouped, Row } from './groups';
import { workloadName } from './names';
import { Paint, Style } from './paint';
import { describePorts, onceEach } from './ports';
import { Reasons } from './reasons';

/** Who reaches whom, source by source. */
export function* connectionLines(reached: Iterable<Reached>, portSets: PortSets, paint: Paint): Generator<string> {
  const reasons = new Reasons();
  const context: RowContext = { mark: '->', ports: onceEach(set => describePorts(portSets, set)), reasons, paint };
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
  /** A set of ports in words. */
  readonly ports: (set: PortSetId) => string;
  readonly reasons: Reasons;
  readonly paint: Paint;
}

/** What one end reaches of another: what is allowed, and what cannot be told. */
export function rowsOf({ from, to, allowed, unknown, reasons: why }: Reached, context: RowContext): Row[] {
  const { mark, ports: words, reasons, paint } = context;
  const ends = { mark, from: nameOf(from), to: nameOf(to) };
  const rows: Row[] = [];
  if (allowed !== PortSets.NONE) rows.push({ ...ends, ports: words(allowed) });
  if (unknown !== PortSets.NONE) {
    const ports = `unknown: ${words(unknown)} ${why.map(each => reasons.mark(each)).join(' ')}`;
    rows.push({ ...ends, ports: paint('doubt', ports) });
  }
  return rows;
}

/** Names that are longer than this stand in a line of their own. */
const LONGEST = 46;

const STYLE = { '->': 'quiet', '+': 'good', '-': 'bad' } as const satisfies Record<Row['mark'], Style>;

/** A group: its sources as heading, a line for each destination. */
export function* groupLines({ from, rows }: Group, paint: Paint): Generator<string> {
  for (const source of from) yield paint('heading', shortName(source));
  const shown = rows.map(({ to, ...rest }) => ({ to: shortName(to), ...rest }));
  const lengths = shown.map(({ to }) => to.length).filter(length => length <= LONGEST);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  for (const { mark, to, ports } of shown) {
    const sign = paint(STYLE[mark], mark);
    if (to.length <= LONGEST) yield `  ${sign} ${to.padEnd(width)}  ${ports}`;
    else {
      yield `  ${sign} ${to}`;
      yield `${' '.repeat(mark.length + width + 5)}${ports}`;
    }
  }
}

const BETWEEN_BLOCKS = ', ';

/** All blocks: those of two ends may begin and end alike. */
function nameOf(end: ReachEnd): string {
  return 'workload' in end ? workloadName(end.workload) : end.cidrs.join(BETWEEN_BLOCKS);
}

/** The name of an end as people read it: long lists of blocks are cut; `--json` has them all. */
export function shortName(name: string): string {
  const blocks = name.split(BETWEEN_BLOCKS);
  const family = blocks[0].includes(':') ? 'IPv6' : 'IPv4';
  return blocks.length <= 2 ? name : `${blocks.length} ${family} blocks (first: ${blocks[0]})`;
}
