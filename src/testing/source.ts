import { inWords, isRecord } from '../model/check';
import { PolicyError } from '../model/policy-error';
import { readPaths } from '../read/files';
import { Inventory } from '../read/inventory';
import { addObjects } from '../read/read-objects';
import { addTexts } from '../read/read-texts';
import { NamedObject, NamedText, Reading } from '../read/reading';

/** What is needed of a construct: an `App`, a `Chart` or any construct in one, whichever copy of cdk8s it is of. */
export interface ConstructTree {
  readonly node: { readonly path: string; findAll(): ConstructTree[] };
}

/**
 * Where manifests come from: cdk8s constructs, objects as the API has them, YAML or JSON, or the path of a file or
 * folder. A text of several lines, or one that begins with a brace, is YAML or JSON; others are paths.
 */
export type NetworkSource = string | ConstructTree | object | readonly (string | ConstructTree | object)[];

/** Reads all of the manifests. @throws FileError for a path that cannot be read */
export function readSource(source: NetworkSource): Reading {
  const inventory = new Inventory();
  for (const each of Array.isArray(source) ? (source as unknown[]) : [source]) {
    if (typeof each === 'string') addTexts(textsOf(each), inventory);
    else addObjects(objectsOf(each), inventory);
  }
  return inventory.reading();
}

/** Every object of a construct and of those in it, under the path of its construct. */
export function objectsIn(tree: ConstructTree): NamedObject[] {
  const objects = tree.node.findAll().filter(isApiObject);
  return objects.map(object => ({ object: object.toJson(), origin: object.node.path.replace(MAIN_CHILD, '') }));
}

/** What constructs call the one object that they stand for, by a convention of theirs. */
const MAIN_CHILD = /\/Resource$/;

const IS_TEXT = /\n|^\s*[{[]/;

function textsOf(source: string): NamedText[] {
  return IS_TEXT.test(source) ? [{ name: 'manifests', text: source }] : readPaths([source]);
}

function objectsOf(source: unknown): NamedObject[] {
  if (isTree(source)) return objectsIn(source);
  if (isRecord(source)) return [{ object: source, origin: 'a manifest' }];
  throw new PolicyError({
    code: 'wrong-type',
    value: source,
    problem: `${inWords(source)} has no manifests`,
    fix: 'give an App, a Chart, manifests, or the path of a folder',
  });
}

function isTree(source: unknown): source is ConstructTree {
  return isRecord(source) && isRecord(source.node) && typeof source.node.findAll === 'function';
}

/** As cdk8s tells its objects, also those of another copy of it. */
const API_OBJECT = Symbol.for('cdk8s.ApiObject');

function isApiObject(construct: ConstructTree): construct is ConstructTree & { toJson(): unknown } {
  return API_OBJECT in construct;
}
