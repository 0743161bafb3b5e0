import { Progress } from './progress';
import type { Stream } from './stream';

/** Characters that are written at once. */
const CHUNK = 65_536;

/** Lines for a stream, until nobody reads it any more: `| head` is no failure. */
export class Output {
  private isClosed = false;

  constructor(
    private readonly stream: Stream,
    private readonly progress: Progress,
  ) {
    // Whoever writes is told too; without a listener the process would end.
    stream.on?.('error', () => undefined);
  }

  /** Writes lines as they come. */
  async print(lines: Iterable<string>): Promise<void> {
    let chunk = '';
    for (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length < CHUNK) continue;
      await this.write(chunk);
      chunk = '';
      if (this.isClosed) return;
    }
    if (chunk !== '') await this.write(chunk);
  }

  private write(text: string): Promise<void> {
    this.progress.clear();
    return new Promise((resolve, reject) => {
      this.stream.write(text, error => {
        this.isClosed = isClosedPipe(error);
        if (error && !this.isClosed) reject(error);
        else resolve();
      });
    });
  }
}

function isClosedPipe(error?: Error | null): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
