/** The word that was probably meant; undefined where none is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const close = words.filter(each => isClose(word, each));
  return close.sort((a, b) => distance(word, a) - distance(word, b))[0];
}

/** One letter in five may be wrong. */
function isClose(word: string, meant: string): boolean {
  const most = Math.max(word.length, meant.length) / 5;
  return Math.abs(word.length - meant.length) <= most && distance(word.toLowerCase(), meant.toLowerCase()) <= most;
}

/** How many letters have to be added, removed or replaced to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, replaced));
    }
    row = next;
  }
  return row[b.length];
}
