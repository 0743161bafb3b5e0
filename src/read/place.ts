import { Location, Origin } from '../model/origin';
import { Path, pathInWords } from '../model/path';
import { Position } from './text/source-text';
import { YamlPart } from './text/yaml-part';

/** Where something was found. */
export interface Spot {
  /** Name of a text, or words. */
  readonly file: string;
  /** Line and column of a field; undefined where there is no text. */
  position(path: Path): Position | undefined;
}

/** Where an object was read, and where each of its fields stands. */
export interface Place extends Origin, Spot {
  /** The same place, seen from an item of the list that it is. */
  item(index: number): Place;
}

const ROOT: Path = [];

/** An object in a document of a text. */
export class DocumentPlace implements Place {
  /** @param prefix the way from the document's root to the object */
  constructor(
    private readonly part: YamlPart,
    private readonly index: number,
    private readonly prefix: Path = ROOT,
  ) {}

  /** Name of the text. */
  get file(): string {
    return this.part.source.name;
  }

  /** Line and column of a field. */
  position(path: Path): Position {
    return this.part.locate(this.index, [...this.prefix, ...path]);
  }

  /** The same place, seen from an item of the list that it is. */
  item(index: number): DocumentPlace {
    return new DocumentPlace(this.part, this.index, [...this.prefix, 'items', index]);
  }

  /** Where a field of the object stands. */
  at(path: Path = ROOT): Location {
    return { file: this.file, ...this.position(path) };
  }
}

/** An object that a program holds. */
export class NamedPlace implements Place {
  constructor(
    readonly file: string,
    private readonly prefix: Path = ROOT,
  ) {}

  /** None: there is no text. */
  position(): undefined {
    return undefined;
  }

  /** The same place, seen from an item of the list that it is. */
  item(index: number): NamedPlace {
    return new NamedPlace(this.file, [...this.prefix, 'items', index]);
  }

  /** The object, and the field in it. */
  at(path: Path = ROOT): Location {
    const field = pathInWords([...this.prefix, ...path]);
    return field === '' ? { file: this.file } : { file: this.file, field };
  }
}
