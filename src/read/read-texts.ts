import { documentsOf } from './documents';
import { Inventory } from './inventory';
import { MOST_BYTES } from './limits';
import { ObjectReader } from './objects';
import { DocumentPlace } from './place';
import { Finding, NamedText, Reading } from './reading';
import { SourceText } from './source-text';
import { decodeUtf8, looksLikeUtf16 } from './utf8';

/** Reads manifests in YAML or JSON: any number of documents a text, lists of objects among them. */
export function readTexts(texts: readonly NamedText[]): Reading {
  const inventory = new Inventory();
  for (const text of texts) {
    inventory.next();
    const source = sourceOf(text);
    if (source instanceof SourceText) readText(source, inventory);
    else inventory.note(source);
  }
  return inventory.reading();
}

function readText(source: SourceText, inventory: Inventory): void {
  const reader = new ObjectReader(inventory);
  for (const document of documentsOf(source)) {
    if ('problem' in document) {
      const { problem: message, fix, offset } = document;
      inventory.note({ path: '', message, fix, file: source.name, ...source.positionAt(offset), lenient: false });
    } else reader.read(document.value, new DocumentPlace(document.part, document.index));
    if (inventory.isFull) return inventory.stop(source.name);
  }
}

/** The text, or why it cannot be read. */
function sourceOf({ name, text }: NamedText): SourceText | Finding {
  const refused = (message: string, fix: string, bytes = 0): Finding => {
    const valid = typeof text === 'string' ? text.slice(0, bytes) : new TextDecoder().decode(text.subarray(0, bytes));
    const position = new SourceText(name, valid).positionAt(valid.length);
    return { path: '', message, fix, file: name, ...position, lenient: false };
  };
  if (text.length > MOST_BYTES) {
    return refused(`the text has ${text.length} bytes, at most ${MOST_BYTES} are read`, 'split it');
  }
  if (typeof text === 'string') return new SourceText(name, text);
  if (looksLikeUtf16(text)) return refused('the text is UTF-16', 'save it as UTF-8');
  const decoded = decodeUtf8(text);
  if ('text' in decoded) return new SourceText(name, decoded.text);
  return refused('there are bytes that are not UTF-8', 'save the text as UTF-8', decoded.validBytes);
}
