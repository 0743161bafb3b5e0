import type { Stream } from './stream';

/** Milliseconds before anything is said, and between two counts. */
const PATIENCE = 1_000;
const PAUSE = 100;

/** Asking for the time costs time. */
const OFTEN = 1_000;

const CLEAR_LINE = '\r\u001B[K';

/** Says on a terminal what takes long; nobody else hears it. */
export class Progress {
  private readonly start: number;
  private last = -Infinity;
  private isShown = false;

  constructor(
    private readonly stream: Stream,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.start = this.now();
  }

  /** Says what is begun. */
  say(text: string): void {
    this.show(text, 0);
  }

  /** Counts what is gone through. */
  *watch<T>(items: readonly T[], what: string): Generator<T> {
    for (const [index, item] of items.entries()) {
      this.show(`${what} ${index + 1} of ${items.length} ...`, PAUSE);
      yield item;
    }
  }

  /** Counts what comes. */
  *count<T>(items: Iterable<T>, what: string): Generator<T> {
    let count = 0;
    for (const item of items) {
      if (++count % OFTEN === 0) this.show(`${count} ${what} ...`, PAUSE);
      yield item;
    }
  }

  /** Makes place for other words. */
  clear(): void {
    if (this.isShown) this.stream.write(CLEAR_LINE);
    this.isShown = false;
  }

  /** @param pause milliseconds since the word before */
  private show(text: string, pause: number): void {
    if (!this.stream.isTTY) return;
    const now = this.now();
    if (now < this.start + PATIENCE || now < this.last + pause) return;
    this.last = now;
    this.isShown = true;
    this.stream.write(`${CLEAR_LINE}${text}`);
  }
}
