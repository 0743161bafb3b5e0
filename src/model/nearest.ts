import { distance } from 'fastest-levenshtein';

/** The word that was probably meant; undefined where none is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  return allNear(word, words)[0];
}

/** The words that were probably meant, the nearest first. */
export function allNear(word: string, words: readonly string[]): string[] {
  const close = words.filter(each => isClose(word, each));
  return close.sort((a, b) => distance(word, a) - distance(word, b));
}

/** One letter in five may be wrong. */
function isClose(word: string, meant: string): boolean {
  const most = Math.max(word.length, meant.length) / 5;
  // The difference in length is the least distance, and costs nothing.
  return Math.abs(word.length - meant.length) <= most && distance(word.toLowerCase(), meant.toLowerCase()) <= most;
}
