import type { Stream } from './stream';

/** Milliseconds before anything is said, and between two words. */
const PATIENCE = 1_000;
const PAUSE = 100;

/** Asking for the time costs time. */
const OFTEN = 1_000;

const CLEAR_LINE = '\r\u001B[K';

/** Says on a terminal what takes long; nobody else hears it. */
export class Progress {
  private next: number;
  private isShown = false;

  constructor(
    private readonly stream: Stream,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.next = this.now() + PATIENCE;
  }

  /** Says what is being done. */
  say(text: string): void {
    if (!this.stream.isTTY || this.now() < this.next) return;
    this.next = this.now() + PAUSE;
    this.isShown = true;
    this.stream.write(`${CLEAR_LINE}${text}`);
  }

  /** Counts what is gone through. */
  *watch<T>(items: readonly T[], what: string): Generator<T> {
    for (const [index, item] of items.entries()) {
      this.say(`${what} ${index + 1} of ${items.length} ...`);
      yield item;
    }
  }

  /** Counts what comes. */
  *count<T>(items: Iterable<T>, what: string): Generator<T> {
    let count = 0;
    for (const item of items) {
      if (++count % OFTEN === 0) this.say(`${count} ${what} ...`);
      yield item;
    }
  }

  /** Makes place for other words. */
  clear(): void {
    if (this.isShown) this.stream.write(CLEAR_LINE);
    this.isShown = false;
  }
}
