import { inspect, styleText } from 'node:util';
import { printable } from '../model/printable';
import { Paint, plain, Style } from '../report/paint';
import type { Stream } from './stream';

const FORMATS = {
  heading: 'bold',
  good: 'green',
  bad: 'red',
  doubt: 'yellow',
  quiet: 'dim',
} as const satisfies Record<Style, string>;

/** How words look on a stream. */
export interface Look {
  readonly paint: Paint;
  /** A line as it is written: nothing in it but the paint commands a terminal. */
  readonly show: (line: string) => string;
}

/** Colour for a terminal that wants it, none elsewhere. @see https://no-color.org */
export function lookOn({ isTTY = false }: Stream, env: Readonly<Record<string, string | undefined>>): Look {
  const hasColour = isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  return hasColour ? COLOURED : { paint: plain, show: printable };
}

const CODES = Object.values(FORMATS).flatMap(format => inspect.colors[format] ?? []);

/** Of a line every second part is paint. */
const PAINT = new RegExp(`(\u001B\\[(?:${CODES.join('|')})m)`);

const COLOURED: Look = {
  // Node would ask its own standard output otherwise.
  paint: (style, text) => styleText(FORMATS[style], text, { validateStream: false }),
  show: line => {
    const parts = line.split(PAINT);
    return parts.map((part, index) => (index % 2 === 0 ? printable(part) : part)).join('');
  },
};
