import { Origin } from './origin';
import { Protocol } from './protocol';
import { Question } from './question';

/** What is promised of a connection: all of it is allowed, or none of it is. */
export type Promised = 'allow' | 'deny';

/** An expectation as it is written in its file. */
export interface WrittenExpectation {
  /** A name, addresses, or a selection of pods. */
  readonly from: unknown;
  readonly to: unknown;
  /** Sources, and destinations, that are left aside. */
  readonly except?: unknown;
  readonly exceptTo?: unknown;
  readonly protocol?: Protocol;
  readonly port?: number | string;
  /** Undefined: only asked. */
  readonly expect?: Promised;
  readonly because?: string;
}

/** A question, and what its answer has to be. */
export interface Expectation {
  readonly written: WrittenExpectation;
  readonly question: Question;
  readonly origin: Origin;
}
