import { MOST_FINDINGS } from './limits';
import { Path, pathInWords } from './path';

/** What is wrong with a field of an object. */
export interface Problem {
  /** The field, in the API server's words. */
  readonly field: string;
  /** Of what is to blame, which may lie inside the field. */
  readonly place: Path;
  readonly message: string;
  readonly fix: string;
  /** Whether it is clear what is meant all the same. */
  readonly lenient: boolean;
}

/** What is wrong with an object, one problem a field. */
export class Problems {
  private byField?: Map<string, Problem>;

  /** @param blamed the way on from the field to what is to blame, where that is not all of it */
  add(field: Path, problem: Omit<Problem, 'field' | 'place'>, blamed: Path = []): void {
    const words = pathInWords(field);
    const problems = (this.byField ??= new Map());
    const known = problems.get(words);
    if (known === undefined ? problems.size > MOST_FINDINGS : !known.lenient) return;
    problems.set(words, { ...problem, field: words, place: [...field, ...blamed] });
  }

  /** Whether nothing is wrong. */
  get areNone(): boolean {
    return this.byField === undefined;
  }

  /** All of them, in the order in which they were found. */
  get found(): readonly Problem[] {
    return [...(this.byField?.values() ?? [])];
  }

  /** Whether nothing keeps the object from being read. */
  get areLenient(): boolean {
    return this.areNone || this.found.every(({ lenient }) => lenient);
  }
}
