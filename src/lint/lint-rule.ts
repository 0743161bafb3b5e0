import { Origin } from '../model/origin';
import { Path } from '../model/path';
import { LintSubject } from './lint-subject';

/** `error`: not what anyone means. `warning`: hardly what its author means. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule has found out about an object. */
export interface Claim {
  /** Such as `NetworkPolicy/shop/web`. */
  readonly object: string;
  /** Where the object, or another one that stands for it, was written. */
  readonly origin?: Origin;
  /** The field to blame, from the object's root; undefined: the object as a whole. */
  readonly path?: Path;
  readonly message: string;
  /** Where it is not that of the rule. */
  readonly fix?: string;
  /** Where it is not that of the rule. */
  readonly severity?: Severity;
}

/** A check on policies: what it claims is asked of the verifier, of label spaces and of sets of addresses or ports. */
export interface LintRule {
  /** In kebab-case; never changes. */
  readonly id: string;
  readonly severity: Severity;
  /** What is true where the rule finds something, as one sentence. */
  readonly summary: string;
  /** What comes of it. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
  /** Whether it depends on the engine: without one it finds nothing. */
  readonly needsEngine?: boolean;
  readonly check: (subject: LintSubject) => Iterable<Claim>;
}

/** What a rule has found, with its place: one entry of `netpol check --json`. */
export interface LintFinding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Such as `NetworkPolicy/shop/web`. */
  readonly object: string;
  /** The field as the API server names it, such as `spec.ingress[0].from[1]`; undefined: the object as a whole. */
  readonly path?: string;
  /** Name of the text, or origin of the object; undefined where the object was not read. */
  readonly file?: string;
  /** From 1; undefined where there is no text. */
  readonly line?: number;
  /** From 1, in UTF-16 units as editors count; undefined where there is no text. */
  readonly column?: number;
  readonly message: string;
  readonly fix: string;
}
