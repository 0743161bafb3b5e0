import { EventType, loadAll, State } from 'js-yaml';
import { YAML_OPTIONS } from './yaml';

/** A value of a document, with the place of everything in it. */
export interface Placed {
  readonly offset: number;
  /** Of a map, by key. */
  readonly fields?: ReadonlyMap<string, Placed>;
  /** Of a list. */
  readonly items?: readonly Placed[];
}

/** Reads a text again, this time for where its values stand. One entry a document. */
export function placesOf(text: string): readonly Placed[] {
  const root: Node = { offset: 0, end: 0, parts: [] };
  const open: Node[] = [root];
  const listener = (event: EventType, state: State) => {
    if (event === 'open') open.push({ offset: state.position, end: 0, parts: [] });
    else close(open, state);
  };
  loadAll(text, null, { ...YAML_OPTIONS, listener });
  return root.parts;
}

/** A value while it is read: js-yaml tells of keys and values alike, of some twice. */
interface Node {
  offset: number;
  end: number;
  kind?: string;
  /** The parsed value: of a list or map itself, of others as text. */
  result?: unknown;
  fields?: ReadonlyMap<string, Placed>;
  items?: readonly Placed[];
  parts: Node[];
}

function close(open: Node[], { position, kind, result, input }: State): void {
  const node = open.pop();
  const parent = open.at(-1);
  if (node === undefined || parent === undefined) return;
  node.offset = startOfValue(input, node.offset);
  node.end = position;
  node.kind = kind;
  node.result = result;
  if (kind === 'mapping' || kind === 'sequence') settle(node, input);
  node.parts = [];
  parent.parts.push(node);
}

/** Tells keys from values, which are known by the colon behind them. */
function settle(node: Node, input: string): void {
  // A list or map that might have become a key was read as one first.
  const attempt = node.parts.find(({ result }) => result === node.result);
  if (attempt !== undefined) {
    node.fields = attempt.fields;
    node.items = attempt.items;
  } else if (Array.isArray(node.result)) {
    // Items without a value at the end of a line are not told of: better none than the wrong ones.
    if (node.parts.length === node.result.length) node.items = node.parts;
  } else node.fields = fieldsOf(node.parts, input);
  for (const part of node.parts) part.result = undefined;
}

function fieldsOf(parts: readonly Node[], input: string): ReadonlyMap<string, Placed> {
  const fields = new Map<string, Placed>();
  for (let at = 0; at + 1 < parts.length; at++) {
    if (!isKey(parts[at], input)) continue;
    const [key, value] = [parts[at], parts[at + 1]];
    // What is left empty stands where its key stands.
    fields.set(String(key.result), isEmpty(value, input) ? { offset: key.offset } : value);
    at++;
  }
  return fields;
}

function isKey({ end }: Node, input: string): boolean {
  let at = end;
  while (input[at] === ' ' || input[at] === '\t') at++;
  return input[at] === ':';
}

function isEmpty({ kind, offset }: Node, input: string): boolean {
  return kind === null && input[offset] !== '*';
}

/** Where a value begins, after the spaces, line breaks and comments that come before it. */
function startOfValue(input: string, from: number): number {
  let at = from;
  for (;;) {
    while (' \t\r\n'.includes(input[at])) at++;
    if (input[at] !== '#') return at;
    while (input[at] !== '\n' && input[at] !== '\r' && input[at] !== '\0') at++;
  }
}
