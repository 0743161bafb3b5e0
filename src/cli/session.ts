import { Paint } from '../report/paint';
import { lookOn } from './look';
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
  /** A clock, in milliseconds. */
  readonly now?: () => number;
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

  constructor({ stdout, stderr, env, readStdin, now }: Streams) {
    const [look, remarkLook] = [stdout, stderr].map(stream => lookOn(stream, env));
    this.progress = new Progress(stderr, now);
    this.answer = new Output(stdout, this.progress, look.show);
    this.remarks = new Output(stderr, this.progress, remarkLook.show);
    this.paint = look.paint;
    this.paintRemark = remarkLook.paint;
    this.readStdin = readStdin;
  }
}
