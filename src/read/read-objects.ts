import { Inventory } from './inventory';
import { ObjectReader } from './objects';
import { NamedPlace } from './place';
import { NamedObject, Reading } from './reading';

/** Reads manifests as a program holds them; they are not changed, and not to be changed while the reading is in use. */
export function readObjects(objects: readonly NamedObject[]): Reading {
  const inventory = new Inventory();
  addObjects(objects, inventory);
  return inventory.reading();
}

/** Reads manifests into an inventory. */
export function addObjects(objects: readonly NamedObject[], inventory: Inventory): void {
  const reader = new ObjectReader(inventory);
  for (const { object, origin } of objects) {
    const place = new NamedPlace(origin);
    reader.read(object, place);
    inventory.endText(place);
  }
}
