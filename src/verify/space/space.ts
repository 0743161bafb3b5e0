import { Assumptions } from '../../model/assumptions';
import { Namespace } from '../../model/cluster';
import { Side } from './atoms';
import { knownLabels, namespaceAxioms, namespaceNames } from './axioms';
import { counterexample, doubtsOf, pointIn, under, withoutDoubts } from './doubts';
import { Encoder } from './encoder';
import { Knowledge, podThatCouldExist } from './knowledge';
import { atomsOf, Search, searchIn } from './search';
import { Budget, narrow, Region, Solution } from './solver';
import { Witness, witnessIn } from './witness';

/** Whether a connection exists that fulfils everything: none does, one does, or it cannot be told. */
export type Existence =
  | { readonly verdict: 'none' }
  | { readonly verdict: 'some'; readonly witness: Witness }
  | { readonly verdict: 'unknown'; readonly reason: string };

/** Clauses that one question may look at before its answer is unknown: seconds of work. */
const WORK = 5_000_000;

const TOO_MUCH = 'it takes too much work to tell';

/** Who is known to stand at an end; anybody else is a pod that could exist, or an address. */
export interface Ends {
  readonly from?: Knowledge;
  readonly to?: Knowledge;
}

/** Every pod that could exist, in every namespace that could exist, and every address. */
export class Space {
  readonly encoder: Encoder;
  private readonly ends: Readonly<Record<Side, Knowledge>>;

  /** @param namespaces whose labels are known; every other may have any labels */
  constructor(
    private readonly namespaces: readonly Namespace[],
    readonly assumptions: Assumptions,
    ends: Ends = {},
  ) {
    const anyone = podThatCouldExist(assumptions);
    this.ends = { from: ends.from ?? anyone, to: ends.to ?? anyone };
    this.encoder = new Encoder(this.ends, assumptions.engine);
  }

  /**
   * Looks for one connection.
   *
   * First without relying on anything in doubt, then with every doubt open: what is not even found then does not exist.
   * In between, one connection may exist in one way if a doubt is resolved, and in another way if it is not.
   */
  find(question: Search): Existence {
    const budget = new Budget(WORK);
    const certain = this.search(withoutDoubts(question), budget);
    if (certain === 'too-hard') return { verdict: 'unknown', reason: TOO_MUCH };
    if (certain !== 'none') return { verdict: 'some', witness: this.witnessIn(certain) };
    const possible = this.search(question, budget);
    if (possible === 'none') return { verdict: 'none' };
    if (possible === 'too-hard') return { verdict: 'unknown', reason: TOO_MUCH };
    return this.findInEveryCase(question, possible, budget);
  }

  /** Looks for one connection that exists however doubts are resolved; each that does not teaches one more way. */
  private findInEveryCase(question: Search, possible: Region, budget: Budget): Existence {
    const unknown = (reason: string): Existence => ({ verdict: 'unknown', reason });
    const cases: Search[] = [];
    for (let region: Solution = possible; region !== 'none'; region = this.search(allOf(cases), budget)) {
      if (region === 'too-hard') return unknown(TOO_MUCH);
      const point = pointIn(region, this.known(question));
      const failing = counterexample(point, question, budget);
      if (failing === 'too-hard') return unknown(TOO_MUCH);
      if (failing === undefined) return { verdict: 'some', witness: this.witnessIn(point) };
      cases.push(under(failing, question));
    }
    return unknown(`it depends on ${doubtsOf(possible).join(', ')}`);
  }

  private witnessIn(region: Region): Witness {
    return witnessIn(region, this.namespaces);
  }

  private search(question: Search, budget: Budget): Solution {
    const asked = atomsOf(question);
    const known = [...knownLabels('from', this.ends.from, asked), ...knownLabels('to', this.ends.to, asked)];
    const start = narrow(new Map(namespaceNames()), known);
    return start === undefined ? 'none' : searchIn(start, this.known(question), budget);
  }

  /** A question together with what is known of namespaces. */
  private known({ parts, clauses }: Search): Search {
    return { parts, clauses: [...clauses, ...namespaceAxioms(this.namespaces, atomsOf({ parts, clauses }))] };
  }
}

function allOf(questions: readonly Search[]): Search {
  return {
    parts: questions.flatMap(({ parts }) => parts),
    clauses: questions.flatMap(({ clauses }) => clauses),
  };
}
