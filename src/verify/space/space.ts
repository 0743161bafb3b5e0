import { Namespace } from '../../model/cluster';
import { Assumptions } from '../../model/engine';
import { PortSets } from '../port-sets';
import { knownLabels, namespaceAxioms, namespaceNames } from './axioms';
import { doubtIn, Encoder, isInDoubt, Side } from './encoder';
import { Knowledge, podThatCouldExist } from './knowledge';
import { Atom, Budget, Clause, narrow, Problem, Region, Solution, solve } from './solver';
import { Witness, witnessIn } from './witness';

/** Whether a connection exists that fulfils everything: none does, one does, or it cannot be told. */
export type Existence =
  | { readonly verdict: 'none' }
  | { readonly verdict: 'some'; readonly witness: Witness }
  | { readonly verdict: 'unknown'; readonly reason: string };

/** Connections that fulfil one case of each part, and all clauses. */
export interface Search {
  readonly parts: readonly (readonly Problem[])[];
  readonly clauses: readonly Clause[];
}

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
  private readonly known: Readonly<Record<Side, Knowledge>>;

  /** @param namespaces whose labels are known; every other may have any labels */
  constructor(
    private readonly namespaces: readonly Namespace[],
    { podCidrs }: Assumptions,
    ends: Ends = {},
  ) {
    const anyone = podThatCouldExist(podCidrs);
    this.known = { from: ends.from ?? anyone, to: ends.to ?? anyone };
    this.encoder = new Encoder(new PortSets(), this.known);
  }

  /**
   * Looks for one connection.
   *
   * First without relying on anything in doubt: what is found then exists whatever the doubts turn out to be. Then with
   * every doubt open: what is not even found then does not exist.
   */
  find(question: Search): Existence {
    const budget = new Budget(WORK);
    const certain = this.search(withoutDoubts(question), budget);
    if (certain === 'too-hard') return { verdict: 'unknown', reason: TOO_MUCH };
    if (certain !== 'none') return { verdict: 'some', witness: witnessIn(certain) };
    const possible = this.search(question, budget);
    if (possible === 'none') return { verdict: 'none' };
    return {
      verdict: 'unknown',
      reason: possible === 'too-hard' ? TOO_MUCH : `it depends on ${doubtsOf(possible).join(', ')}`,
    };
  }

  private search({ parts, clauses }: Search, budget: Budget): Solution {
    const asked = [
      ...parts.flat().flatMap(({ atoms, clauses: more }) => [...atoms, ...more.flat()]),
      ...clauses.flat(),
    ];
    const known = [...knownLabels('from', this.known.from, asked), ...knownLabels('to', this.known.to, asked)];
    const start = narrow(new Map(namespaceNames()), known);
    if (start === undefined) return 'none';
    return chooseCases(parts, start, {
      clauses: [...clauses, ...namespaceAxioms(this.namespaces, asked)],
      budget,
    });
  }
}

/** Takes one case of each part, one after the other, as long as their atoms fit together; then solves. */
function chooseCases(
  parts: readonly (readonly Problem[])[],
  region: Region,
  rest: { clauses: readonly Clause[]; budget: Budget },
): Solution {
  const [cases, ...others] = parts;
  if (cases === undefined) return solve(region, rest.clauses, rest.budget);
  for (const { atoms, clauses } of cases) {
    if (!rest.budget.spend(1)) return 'too-hard';
    const inside = narrow(region, atoms);
    if (inside === undefined) continue;
    const found = chooseCases(others, inside, { ...rest, clauses: [...rest.clauses, ...clauses] });
    if (found !== 'none') return found;
  }
  return 'none';
}

/** The same question for what is certain: nothing that holds because of a doubt, or fails because of one. */
function withoutDoubts({ parts, clauses }: Search): Search {
  const certainly = (clause: Clause) => clause.filter(atom => !isInDoubt(atom));
  return {
    parts: parts.map(cases =>
      cases
        .filter(({ atoms }) => !atoms.some(isInDoubt))
        .map(problem => ({ atoms: problem.atoms, clauses: problem.clauses.map(certainly) })),
    ),
    clauses: clauses.map(certainly),
  };
}

function doubtsOf(region: Region): string[] {
  const atoms: Atom[] = [...region].map(([variable, domain]) => ({ variable, domain }));
  return [...new Set(atoms.filter(isInDoubt).map(doubtIn))];
}
