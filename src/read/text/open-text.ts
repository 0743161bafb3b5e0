import { Refused } from '../finding';
import { MOST_BYTES } from '../limits';
import { Spot } from '../place';
import { NamedText } from '../reading';
import { SourceText } from './source-text';
import { decodeUtf8, looksLikeUtf16 } from './utf8';

/** The text, or why it cannot be read. */
export function sourceOf({ name, text }: NamedText): SourceText | (Refused & { readonly spot: Spot }) {
  const spot = { file: name, position: () => ({ line: 1, column: 1 }) };
  if (text.length > MOST_BYTES) {
    return { spot, message: `the text has ${text.length} bytes, at most ${MOST_BYTES} are read`, fix: 'split it' };
  }
  if (typeof text === 'string') return new SourceText(name, text);
  if (looksLikeUtf16(text)) return { spot, message: 'the text is UTF-16', fix: 'save it as UTF-8' };
  const decoded = decodeUtf8(text);
  if ('text' in decoded) return new SourceText(name, decoded.text);
  const valid = new SourceText(name, decoded.validText);
  const position = () => valid.positionAt(valid.text.length);
  return {
    spot: { file: name, position },
    message: 'there are bytes that are not UTF-8',
    fix: 'save the text as UTF-8',
  };
}
