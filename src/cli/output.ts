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
    stream.on?.('error', error => this.close(error));
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
    return new Promise(resolve => this.stream.write(text, error => resolve(this.close(error))));
  }

  private close(error?: Error | null): void {
    if (!error) return;
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
    this.isClosed = true;
  }
}
