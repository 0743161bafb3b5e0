/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that is read, and where its lines begin. */
export class SourceText {
  readonly text: string;
  private lineStarts?: readonly number[];

  /** @param name such as `dist/shop.yaml` */
  constructor(
    readonly name: string,
    text: string,
  ) {
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** Line and column of an offset. */
  positionAt(offset: number): Position {
    const starts = (this.lineStarts ??= startsOfLines(this.text));
    const line = lastNotAfter(starts, offset);
    return { line: line + 1, column: offset - starts[line] + 1 };
  }
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length);
  return starts;
}

function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (ascending[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
