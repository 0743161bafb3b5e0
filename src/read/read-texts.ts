import { Inventory } from './inventory';
import { ObjectReader } from './objects';
import { DocumentPlace } from './place';
import { NamedText, Reading } from './reading';
import { documentsOf } from './text/documents';
import { sourceOf } from './text/open-text';
import { SourceText } from './text/source-text';

/** Reads manifests in YAML or JSON: any number of documents a text, lists of objects among them. */
export function readTexts(texts: Iterable<NamedText>): Reading {
  const inventory = new Inventory();
  addTexts(texts, inventory);
  return inventory.reading();
}

/** Reads manifests into an inventory. */
export function addTexts(texts: Iterable<NamedText>, inventory: Inventory): void {
  for (const text of texts) {
    const source = sourceOf(text);
    if (source instanceof SourceText) readText(source, inventory);
    else inventory.note(source.spot, source);
    inventory.endText({ file: text.name, position: () => undefined });
  }
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
