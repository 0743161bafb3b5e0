import type { Finding } from '../read/reading';
import { findingLines } from '../report/findings';
import { Paint } from '../report/paint';
import { inputFinding } from './input-finding';

/** Input that nothing can be said about: what is wrong, place by place. */
export class Refusal extends Error {
  constructor(private readonly findings: readonly Finding[]) {
    super('the input cannot be read');
    this.name = 'Refusal';
  }

  /** For people. */
  lines(paint: Paint): Iterable<string> {
    return findingLines(this.findings.map(inputFinding), paint);
  }
}
