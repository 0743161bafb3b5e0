/** That one end reaches another, and on which ports, in words. */
export interface Row {
  readonly from: string;
  readonly to: string;
  readonly ports: string;
  /** What is said of it: that it is, that it is added, that it is removed. */
  readonly mark: '->' | '+' | '-';
}

/** Sources that reach the same destinations on the same ports. */
export interface Group {
  readonly from: readonly string[];
  readonly rows: readonly Omit<Row, 'from'>[];
}

/** Rows by their source, in order; sources with the same rows together. */
export function grouped(rows: readonly Row[]): Group[] {
  const bySource = new Map<string, Row[]>();
  for (const row of rows) {
    const own = bySource.get(row.from);
    if (own === undefined) bySource.set(row.from, [row]);
    else own.push(row);
  }
  const groups = new Map<string, { from: string[]; rows: Row[] }>();
  for (const [from, own] of [...bySource].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = own.sort(byDestination);
    const key = sorted.map(({ mark, to, ports }) => `${mark} ${to}\n${ports}`).join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { from: [from], rows: sorted });
    else group.from.push(from);
  }
  return [...groups.values()];
}

/** Orders rows by their source, then as in a group. */
export function byEnds(a: Row, b: Row): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return byDestination(a, b);
}

function byDestination(a: Row, b: Row): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  if (a.mark !== b.mark) return a.mark < b.mark ? -1 : 1;
  return a.ports < b.ports ? -1 : 1;
}
