import { printable } from '../model/printable';
import { Progress } from './progress';
import type { Stream } from './stream';

/** Characters that are written at once. */
const CHUNK = 65_536;

/** Nothing can be written to a stream, as on a full disk. */
export class OutputError extends Error {
  constructor(cause: NodeJS.ErrnoException) {
    super(`the answer cannot be written (${cause.code ?? cause.message}); make room for it, or write it elsewhere`);
    this.name = 'OutputError';
  }
}

/**
 * Lines for a stream, until nobody reads it any more: `| head` is no failure.
 *
 * Whatever others wrote comes out here, so that here is where it cannot command the terminal.
 */
export class Output {
  private isClosed = false;

  constructor(
    private readonly stream: Stream,
    private readonly progress: Progress,
    private readonly show: (line: string) => string = printable,
  ) {
    // Whoever writes is told too; without a listener the process would end.
    stream.on?.('error', () => undefined);
  }

  /** Writes lines as they come. @throws OutputError */
  async print(lines: Iterable<string>): Promise<void> {
    let chunk = '';
    for (const line of lines) {
      chunk += `${this.show(line)}\n`;
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
        if (error && !this.isClosed) reject(new OutputError(error));
        else resolve();
      });
    });
  }
}

function isClosedPipe(error?: Error | null): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
