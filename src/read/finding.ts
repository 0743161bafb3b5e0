import { Path, pathInWords } from '../model/path';
import { LONGEST_WORDS } from './limits';
import { Spot } from './place';
import { Finding } from './reading';

/** Something that is refused. */
export interface Refused {
  /** Left out: `invalid-object`. */
  readonly rule?: Finding['rule'];
  readonly message: string;
  readonly fix: string;
  /** The field; left out: the object as a whole. */
  readonly path?: Path;
  /** What is to blame, where that is not all of the field. */
  readonly blamed?: Path;
  readonly object?: string;
  /** Whether the object is in the cluster all the same. */
  readonly lenient?: boolean;
}

/** What is wrong at a place. */
export function findingAt(spot: Spot, refused: Refused): Finding {
  const { rule = 'invalid-object', message, fix, path = [], blamed = path, object, lenient = false } = refused;
  return {
    rule,
    object: object && cut(object),
    path: cut(pathInWords(path)),
    message: cut(message),
    fix: cut(fix),
    file: spot.file,
    ...spot.position(blamed),
    lenient,
  };
}

function cut(text: string): string {
  return text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}...` : text;
}
