import { aliasProblem } from './aliases';
import { SourceText } from './source-text';
import { parseYaml } from './yaml';
import { YamlPart } from './yaml-part';

/** One document of a text: its value, or what keeps it from being read. */
export type Document = ReadDocument | BrokenDocument;

export interface ReadDocument {
  readonly value: unknown;
  /** The part of the text that it is in, and which document of that part it is. */
  readonly part: YamlPart;
  readonly index: number;
}

export interface BrokenDocument {
  readonly problem: string;
  readonly fix: string;
  /** In the whole text. */
  readonly offset: number;
}

/** The documents of a text in order, without empty ones; a broken one does not keep the others from being read. */
export function* documentsOf(source: SourceText): Generator<Document> {
  for (const { start, end, content } of partsOf(source.text)) {
    const text = source.text.slice(start, end);
    const parsed = parseYaml(text);
    if ('problem' in parsed) {
      yield { ...parsed, offset: start + parsed.offset };
      continue;
    }
    const part = new YamlPart(source, start, end);
    const hasAliases = text.includes('*') && text.includes('&');
    for (const [index, value] of parsed.entries()) {
      const problem = hasAliases ? aliasProblem(value) : undefined;
      if (problem !== undefined) yield { problem, fix: 'write out what is meant', offset: content };
      else if (value !== null && value !== undefined) yield { value, part, index };
    }
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
  /** Where its first document begins, comments and the marker before it left aside. */
  readonly content: number;
}

/** Cuts a text before each line `---` and after each line `...`; parts without content are left out. */
function* partsOf(text: string): Generator<Part> {
  for (let start = 0; start < text.length;) {
    let end = endOfPart(text, start);
    let content = firstContent(text, start, end);
    // Directives belong to the document after the marker.
    if (text[content] === '%' && end < text.length) {
      end = endOfPart(text, end);
      content = firstContent(text, start, end);
    }
    if (content < end) yield { start, end, content };
    start = end;
  }
}

const MARKER = '---';
const MARKERS = /\n(?:---|\.\.\.)(?![^ \t\r\n])/g;

function endOfPart(text: string, start: number): number {
  MARKERS.lastIndex = start;
  const found = MARKERS.exec(text);
  if (found === null) return text.length;
  return found[0].endsWith(MARKER) ? found.index + 1 : found.index + found[0].length;
}

/** The first character that is neither space nor comment nor the marker of this document. */
function firstContent(text: string, start: number, end: number): number {
  let at = start;
  if (text.startsWith(MARKER, at) && (at + 3 === end || isSpace(text.charCodeAt(at + 3)))) at += 3;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) at++;
    else if (text[at] === '#') at = endOfLine(text, at, end);
    else return at;
  }
  return end;
}

function endOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
