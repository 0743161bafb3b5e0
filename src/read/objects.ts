import { inWords, isRecord } from '../model/check';
import { Field } from './field';
import { Inventory } from './inventory';
import { Kind, KINDS } from './kinds';
import { readMetadata } from './metadata';
import { bearingOf, namespaceOf } from './not-understood';
import { Place } from './place';
import { Problems } from './problems';
import { kindInWords, problemOfType, TypeMeta } from './type-meta';

/** Reads an object, or the items of a list of objects, into an inventory. */
export class ObjectReader {
  /** @param inventory what to read into */
  constructor(private readonly inventory: Inventory) {}

  /** Reads one object, or all of a list. @param isItem whether it stands in a list */
  read(object: unknown, place: Place, isItem = false): void {
    if (!isItem) this.inventory.countDocument();
    const type = typeOf(object);
    if (typeof type === 'string') this.refuse(place, type, 'give it apiVersion and kind, or take it out');
    else if (!isList(object, type)) this.readOne(object, type, place);
    else if (isItem) this.refuse(place, 'a list stands in a list', 'put its items into the outer one');
    else if (Array.isArray(object.items)) this.readItems(object.items, type, place);
    else if (object.items !== null) this.refuse(place, 'the items are no list', 'write a list');
  }

  private readItems(items: readonly unknown[], list: TypeMeta, place: Place): void {
    const kind = list.kind.slice(0, -LIST.length);
    for (let index = 0; index < items.length && !this.inventory.isFull; index++) {
      const item = items[index];
      // The API server leaves the type out of the items of its own lists, such as a PodList.
      const isBare = kind !== '' && isRecord(item) && item.kind === undefined;
      this.read(isBare ? { ...item, apiVersion: list.apiVersion, kind } : item, place.item(index), true);
    }
  }

  private readOne(object: unknown, type: TypeMeta, place: Place): void {
    const kind = KINDS.get(type.kind);
    if (kind?.apiVersion === type.apiVersion) return this.readKnown(object, kind, place);
    const problem = problemOfType(type);
    if (problem !== undefined) this.inventory.note(place, { ...problem, object: type.kind });
    else this.inventory.skip({ kind: kindInWords(type), namespace: namespaceOf(object) }, bearingOf(type, object));
  }

  private readKnown(object: unknown, kind: Kind, place: Place): void {
    const problems = new Problems();
    const root = new Field(object, { problems, decoding: kind.decoding, base: [] }).struct(kind.fields);
    const metadata = readMetadata(root, kind.nameRule);
    const found = kind.read(root, metadata, place);
    const { name, namespace, isNamed } = metadata;
    const id = kind.isNamespaced ? `${kind.name}/${namespace}/${name}` : `${kind.name}/${name}`;
    if (!problems.areNone) this.inventory.noteProblems(place, id, problems);
    if (found !== undefined && problems.areLenient) this.inventory.add(found, place, isNamed ? id : undefined);
  }

  private refuse(place: Place, message: string, fix: string): void {
    this.inventory.note(place, { message, fix });
  }
}

const LIST = 'List';

function isList(object: unknown, { kind }: TypeMeta): object is { readonly items: unknown } {
  return kind.endsWith(LIST) && isRecord(object) && 'items' in object;
}

/** What an object says it is, or why it is none. */
function typeOf(object: unknown): TypeMeta | string {
  if (!isRecord(object)) return `${inWords(object)} stands where an object is wanted`;
  const { kind, apiVersion } = object;
  if (typeof kind !== 'string' || kind === '') return 'this is no Kubernetes object: it has no kind';
  if (typeof apiVersion === 'string' && apiVersion !== '') return { kind, apiVersion };
  return `this is no Kubernetes object: the ${kind} has no apiVersion`;
}
