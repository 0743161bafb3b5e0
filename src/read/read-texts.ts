import { documentsOf } from './documents';
import { Refused } from './finding';
import { Inventory } from './inventory';
import { MOST_BYTES } from './limits';
import { ObjectReader } from './objects';
import { DocumentPlace, Spot } from './place';
import { NamedText, Reading } from './reading';
import { SourceText } from './source-text';
import { decodeUtf8, looksLikeUtf16 } from './utf8';

/** Reads manifests in YAML or JSON: any number of documents a text, lists of objects among them. */
export function readTexts(texts: readonly NamedText[]): Reading {
  const inventory = new Inventory();
  for (const text of texts) {
    const source = sourceOf(text);
    if (source instanceof SourceText) readText(source, inventory);
    else inventory.note(source.spot, source);
    inventory.endText({ file: text.name, position: () => undefined });
  }
  return inventory.reading();
}

function readText(source: SourceText, inventory: Inventory): void {
  const reader = new ObjectReader(inventory);
  for (const document of documentsOf(source)) {
    if ('problem' in document) {
      const { problem: message, fix, offset } = document;
      inventory.note({ file: source.name, position: () => source.positionAt(offset) }, { message, fix });
    } else reader.read(document.value, new DocumentPlace(document.part, document.index));
    if (inventory.isFull) return;
  }
}

/** The text, or why it cannot be read. */
function sourceOf({ name, text }: NamedText): SourceText | (Refused & { readonly spot: Spot }) {
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
