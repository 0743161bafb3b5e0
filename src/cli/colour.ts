import { styleText } from 'node:util';
import { Paint, plain, Style } from '../report/paint';
import type { Stream } from './stream';

const FORMATS = {
  heading: 'bold',
  good: 'green',
  bad: 'red',
  doubt: 'yellow',
  quiet: 'dim',
} as const satisfies Record<Style, string>;

/** Colour for a terminal that wants it, none elsewhere. @see https://no-color.org */
export function paintFor({ isTTY = false }: Stream, env: Readonly<Record<string, string | undefined>>): Paint {
  const hasColour = isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  // Node would ask its own standard output otherwise.
  return hasColour ? (style, text) => styleText(FORMATS[style], text, { validateStream: false }) : plain;
}
