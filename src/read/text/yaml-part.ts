import { Path } from '../../model/path';
import { Position, SourceText } from './source-text';
import { YamlPlaces } from './yaml-places';

/** A part of a text that is parsed in one go. Where things stand in it is worked out when that is asked. */
export class YamlPart {
  private places?: YamlPlaces;

  /** @param start from here to `end` in the text */
  constructor(
    readonly source: SourceText,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** Where a value of one of the documents stands; where it is missing, what it is missing from. */
  locate(document: number, path: Path): Position {
    this.places ??= new YamlPlaces(this.source.text.slice(this.start, this.end));
    return this.source.positionAt(this.start + this.places.offsetOf(document, path));
  }
}
