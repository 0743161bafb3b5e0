/** Prints the rows of a table: the first column begins at the left, the others end at the right. @param widths in characters */
export function tableOf(widths: readonly number[]): (cells: readonly string[]) => void {
  return cells => {
    const padded = cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));
    console.log(padded.join(' '));
  };
}
