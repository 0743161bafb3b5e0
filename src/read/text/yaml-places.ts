import { EventType, loadAll, State } from 'js-yaml';
import { Path } from '../../model/path';
import { YAML_OPTIONS } from './yaml';

/** Number of a node, in the order in which nodes begin; of a map, keys and values are nodes in turns. */
type NodeId = number;

/** A node that is not read to its end yet. */
interface OpenNode {
  readonly id: NodeId;
  parts: number;
  /** The list or map in it that was read last. */
  inner?: { readonly id: NodeId; readonly value: unknown };
}

/** Where every value of a text stands; in three numbers each, since a dump of a cluster has millions of them. */
export class YamlPlaces {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** For each node the one after everything that is in it. */
  private readonly nexts: NodeId[] = [];
  private readonly documents: NodeId[] = [];
  /** Lists and maps that were read a second time: js-yaml takes each for a key first. */
  private readonly again = new Map<NodeId, NodeId>();
  /** Lists whose nodes are not their items: js-yaml does not tell of items that are left empty. */
  private readonly incomplete = new Set<NodeId>();
  /** Values that are left empty. */
  private readonly empty = new Set<NodeId>();

  /** @param text that is known to be YAML */
  constructor(private readonly text: string) {
    const open: OpenNode[] = [];
    const listener = (event: EventType, state: State) => {
      if (event === 'open') open.push({ id: this.begin(state.position), parts: 0 });
      else this.finish(open, state);
    };
    loadAll(text, null, { ...YAML_OPTIONS, listener });
  }

  /** Where a value begins; where it is missing, what it is missing from. @param document which one of the text */
  offsetOf(document: number, path: Path): number {
    let node = this.documents[document];
    for (const step of path) {
      const inside = this.again.get(node) ?? node;
      const key = typeof step === 'string' ? this.keyIn(inside, step) : undefined;
      const next = typeof step === 'number' ? this.itemIn(inside, step) : key && this.nexts[key];
      if (next === undefined) break;
      if (key !== undefined && this.empty.has(next)) return this.starts[key];
      node = next;
    }
    return this.starts[node] ?? 0;
  }

  private begin(position: number): NodeId {
    this.ends.push(position);
    this.nexts.push(0);
    return this.starts.push(startOfValue(this.text, position)) - 1;
  }

  private finish(open: OpenNode[], { position, kind, result }: State): void {
    const node = open.pop();
    const outer = open.at(-1);
    if (node === undefined) return;
    this.ends[node.id] = position;
    this.nexts[node.id] = this.starts.length;
    if (kind === 'mapping' || kind === 'sequence') {
      if (node.inner !== undefined && node.inner.value === result) this.again.set(node.id, node.inner.id);
      else if (Array.isArray(result) && result.length !== node.parts) this.incomplete.add(node.id);
      if (outer !== undefined) outer.inner = { id: node.id, value: result };
    } else if (kind !== 'scalar' && this.text[this.starts[node.id]] !== '*') this.empty.add(node.id);
    if (outer === undefined) this.documents.push(node.id);
    else outer.parts++;
  }

  private itemIn(list: NodeId, index: number): NodeId | undefined {
    if (this.incomplete.has(list)) return undefined;
    let item = list + 1;
    for (let at = 0; at < index && item < this.nexts[list]; at++) item = this.nexts[item];
    return item < this.nexts[list] ? item : undefined;
  }

  private keyIn(map: NodeId, key: string): NodeId | undefined {
    for (let node = map + 1; node < this.nexts[map]; node = this.nexts[node]) {
      if (!this.isKey(node)) continue;
      if (this.isWritten(node, key)) return node;
      node = this.nexts[node];
    }
    return undefined;
  }

  /** Keys are known by the colon behind them. */
  private isKey(node: NodeId): boolean {
    let at = this.ends[node];
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return this.text[at] === ':';
  }

  /** Whether this is how a text stands there, with quotes or without; keys with escapes are not found. */
  private isWritten(node: NodeId, text: string): boolean {
    const written = this.text.slice(this.starts[node], this.ends[node]).trimEnd();
    return written === text || written === `'${text}'` || written === `"${text}"`;
  }
}

/** Where a value begins, after the spaces, line breaks and comments before it. */
function startOfValue(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
    if (text[at] !== '#') return at;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  }
}
