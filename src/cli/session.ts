import { Paint } from '../report/paint';
import { paintFor } from './colour';
import { Output } from './output';
import { Progress } from './progress';
import type { Stream } from './stream';

/** What a command is connected to. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input. */
  readonly readStdin?: () => Uint8Array;
}

/** Where a command reads and writes. */
export class Session {
  /** The answer goes here. */
  readonly answer: Output;
  /** Everything else goes here. */
  readonly remarks: Output;
  /** Colour for the answer, on a terminal. */
  readonly paint: Paint;
  /** Colour for everything else. */
  readonly paintRemark: Paint;
  readonly progress: Progress;
  readonly readStdin?: () => Uint8Array;

  constructor({ stdout, stderr, env, readStdin }: Streams) {
    this.progress = new Progress(stderr);
    this.answer = new Output(stdout, this.progress);
    this.remarks = new Output(stderr, this.progress);
    this.paint = paintFor(stdout, env);
    this.paintRemark = paintFor(stderr, env);
    this.readStdin = readStdin;
  }
}
