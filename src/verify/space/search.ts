import { Atom, Budget, Clause, narrow, Problem, Region, Solution, solve } from './solver';

/** Connections that fulfil one case of each part, and all clauses. */
export interface Search {
  readonly parts: readonly (readonly Problem[])[];
  readonly clauses: readonly Clause[];
}

/** Every atom that a question asks about. */
export function atomsOf({ parts, clauses }: Search): Atom[] {
  const ofParts = parts.flat().flatMap(({ atoms, clauses: more }) => [...atoms, ...more.flat()]);
  return [...ofParts, ...clauses.flat()];
}

/** Takes one case of each part, one after the other, as long as their atoms fit together; then solves. */
export function searchIn(region: Region, { parts, clauses }: Search, budget: Budget): Solution {
  const [cases, ...others] = parts;
  if (cases === undefined) return solve(region, clauses, budget);
  for (const { atoms, clauses: more } of cases) {
    if (!budget.spend(1)) return 'too-hard';
    const inside = narrow(region, atoms);
    if (inside === undefined) continue;
    const found = searchIn(inside, { parts: others, clauses: [...clauses, ...more] }, budget);
    if (found !== 'none') return found;
  }
  return 'none';
}
