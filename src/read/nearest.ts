/** The word that was probably meant; undefined where none is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const close = words.filter(each => distance(word.toLowerCase(), each.toLowerCase()) <= each.length / 5);
  return close.sort((a, b) => distance(word, a) - distance(word, b))[0];
}

/** How many letters have to be added, removed or replaced to make one word of the other. */
function distance(a: string, b: string): number {
  // Further apart than any word is from its misspellings.
  if (Math.abs(a.length - b.length) > 5) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
