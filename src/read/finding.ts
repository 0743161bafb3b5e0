import { Path, pathInWords } from './path';
import { Place } from './place';
import { Problems } from './problems';
import { Finding } from './reading';

/** Something that is refused. */
export interface Refused {
  readonly message: string;
  readonly fix: string;
  /** Left out: the object as a whole. */
  readonly path?: Path;
  readonly object?: string;
  /** Whether the object is in the cluster all the same. */
  readonly lenient?: boolean;
}

/** What is wrong at a place. */
export function findingAt(place: Place, { message, fix, path = [], object, lenient = false }: Refused): Finding {
  return { object, path: pathInWords(path), message, fix, file: place.file, ...place.position(path), lenient };
}

/** What is wrong with the fields of an object; one that cannot be used makes them all count. */
export function findingsOf(problems: Problems, object: string, place: Place): Finding[] {
  const lenient = problems.areLenient;
  return problems.found.map(({ field, place: path, message, fix }) => ({
    ...findingAt(place, { object, path, message, fix, lenient }),
    path: field,
  }));
}
