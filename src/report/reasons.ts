import { Paint } from './paint';

/** Why things cannot be told: said once, below, and by number where they apply. */
export class Reasons {
  private readonly numbers = new Map<string, number>();

  /** The number that stands for a reason, such as `[1]`. */
  mark(reason: string): string {
    const number = this.numbers.get(reason) ?? this.numbers.size + 1;
    this.numbers.set(reason, number);
    return `[${number}]`;
  }

  /** Every reason that was marked. */
  *lines(paint: Paint): Generator<string> {
    if (this.numbers.size > 0) yield '';
    for (const [reason, number] of this.numbers) yield paint('doubt', `[${number}] ${reason}`);
  }
}
