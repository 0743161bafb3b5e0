import { Path, pathInWords } from '../model/path';
import { MOST_FINDINGS } from './limits';

/** What is wrong with a field of an object. */
export interface Problem {
  readonly path: Path;
  /** What is to blame, which may lie inside the field. */
  readonly blamed: Path;
  readonly message: string;
  readonly fix: string;
  /** Whether it is clear what is meant all the same. */
  readonly lenient: boolean;
}

/** What is wrong with an object, one problem a field. */
export class Problems {
  private byField?: Map<string, Problem>;
  private refused = 0;

  /** Takes in a problem; of two with one field the first counts, unless only the second keeps the object from being read. */
  add(problem: Problem): void {
    if (this.areTooMany) return;
    const field = pathInWords(problem.path);
    const problems = (this.byField ??= new Map());
    if (problems.get(field)?.lenient === false) return;
    if (problem.lenient && problems.has(field)) return;
    if (!problem.lenient) this.refused++;
    problems.set(field, problem);
  }

  /** Whether nothing is wrong. */
  get areNone(): boolean {
    return this.byField === undefined;
  }

  /** Whether nothing keeps the object from being read. */
  get areLenient(): boolean {
    return this.refused === 0;
  }

  /** Whether it is of no use to look for more: the object will not be read. */
  get areTooMany(): boolean {
    return this.refused >= MOST_FINDINGS;
  }

  /** All of them, in the order in which they were found. */
  get found(): readonly Problem[] {
    return [...(this.byField?.values() ?? [])];
  }
}
