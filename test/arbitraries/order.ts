/** The same plain data with every list, and the keys of every object, in another order. */
export function shuffled<T>(value: T, seed: number): T {
  const random = randomNumbers(seed);
  const inOtherOrder = <I>(items: readonly I[]): I[] =>
    items
      .map(item => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const shuffle = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inOtherOrder(inner).map(shuffle);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(inOtherOrder(Object.entries(inner)).map(([key, each]) => [key, shuffle(each)]));
  };
  return shuffle(value) as T;
}

/** Mulberry32: numbers from 0 to 1 that depend on the seed alone. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
