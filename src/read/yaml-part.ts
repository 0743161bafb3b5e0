import { Path } from './path';
import { Position, SourceText } from './source-text';
import { placesOf, Placed } from './yaml-places';

/** A part of a text that is parsed in one go: places in it are looked up when they are asked for. */
export class YamlPart {
  private documents?: readonly Placed[];

  constructor(
    readonly source: SourceText,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** Where a value of one of the documents stands; where it is missing, what it is missing from. */
  locate(index: number, path: Path): Position {
    this.documents ??= placesOf(this.source.text.slice(this.start, this.end));
    return this.source.positionAt(this.start + descend(this.documents[index], path));
  }
}

function descend(document: Placed | undefined, path: Path): number {
  let at = document;
  for (const step of path) {
    const next = typeof step === 'number' ? at?.items?.[step] : at?.fields?.get(step);
    if (next === undefined) break;
    at = next;
  }
  return at?.offset ?? 0;
}
