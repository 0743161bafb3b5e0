/** What commands a terminal, ends a line, or turns the direction of writing around. */
const COMMANDS = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A text of others in a line that is printed: what a terminal would obey is written out, as JSON does it. */
export function printable(text: string): string {
  return text.replace(COMMANDS, writtenOut);
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as JSON escapes it. */
export function writtenOut(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
