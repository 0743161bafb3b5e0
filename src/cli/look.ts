import { printable } from '../model/printable';
import { Paint, plain, Style } from '../report/paint';
import type { Stream } from './stream';

/** How words look on a stream. */
export interface Look {
  readonly paint: Paint;
  /** A line as it is written: nothing in it but what `paint` put there commands a terminal. */
  readonly show: (line: string) => string;
}

/** Colour for a terminal that wants it, none elsewhere. @see https://no-color.org */
export function lookOn({ isTTY = false }: Stream, env: Readonly<Record<string, string | undefined>>): Look {
  const hasColour = isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  return hasColour ? COLOURED : { paint: plain, show: printable };
}

/** Bold, green, red, yellow, dim: the codes that begin and end it. @see https://nodejs.org/api/util.html#modifiers */
const CODES = {
  heading: [1, 22],
  good: [32, 39],
  bad: [31, 39],
  doubt: [33, 39],
  quiet: [2, 22],
} as const satisfies Record<Style, readonly [number, number]>;

/** Stands for paint in a line: others can write any character, but cannot know this. */
const MARK = `\u001B${crypto.randomUUID()}:`;

const PAINT = new RegExp(`${MARK}(\\d+)m`);

const COLOURED: Look = {
  paint: (style, text) => {
    const [begin, end] = CODES[style];
    return `${MARK}${begin}m${text}${MARK}${end}m`;
  },
  show: line => {
    // Every second part is the code of a paint.
    const parts = line.split(PAINT);
    return parts.map((part, index) => (index % 2 === 0 ? printable(part) : `\u001B[${part}m`)).join('');
  },
};
