import { Domain, isWithin } from './domain';

/** A variable is in a domain. Variables that have one name have one type of domain. */
export interface Atom {
  readonly variable: string;
  readonly domain: Domain;
}

/** One of these atoms holds. */
export type Clause = readonly Atom[];

/** What is left of each variable; one that is not there may be anything. */
export type Region = ReadonlyMap<string, Domain>;

/** All of this has to hold. */
export interface Problem {
  readonly atoms: readonly Atom[];
  readonly clauses: readonly Clause[];
}

/** A region in which every point is a solution, none, or too much work to tell. */
export type Solution = Region | 'none' | 'too-hard';

/** Work that a question may cost, in clauses looked at; shared by all parts of one question. */
export class Budget {
  constructor(private left: number) {}

  /** Takes some of it; false when nothing is left. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}

/** Finds a region, inside this one, in which every clause holds. Exact: every branch is tried, or the budget runs out. */
export function solve(region: Region, clauses: readonly Clause[], budget: Budget): Solution {
  return search(region, clauses, budget);
}

/** The part of a region in which atoms hold; undefined where that is nothing. */
export function narrow(region: Region, atoms: readonly Atom[]): Region | undefined {
  return atoms.reduce<Region | undefined>((left, atom) => left && restrict(left, atom), region);
}

function search(start: Region, clauses: readonly Clause[], budget: Budget): Solution {
  let region = start;
  let open = clauses;
  for (;;) {
    if (!budget.spend(1 + open.length)) return 'too-hard';
    const step = simplify(region, open);
    if (step === undefined) return 'none';
    if (step.open.length === 0) return step.region;
    if (step.region === region) return branch(region, step.open, budget);
    region = step.region;
    open = step.open;
  }
}

/** Drops what holds already and what cannot hold any more; clauses of one atom become part of the region. */
function simplify(start: Region, clauses: readonly Clause[]): { region: Region; open: Clause[] } | undefined {
  let region = start;
  const open: Clause[] = [];
  for (const clause of clauses) {
    if (clause.some(atom => holds(region, atom))) continue;
    const possible = clause.filter(atom => canHold(region, atom));
    if (possible.length === 0) return undefined;
    if (possible.length === 1) region = restrict(region, possible[0]) as Region;
    else open.push(possible);
  }
  return { region, open };
}

/** Tries each atom of the shortest clause, and does not come back to what an earlier one has covered. */
function branch(start: Region, clauses: readonly Clause[], budget: Budget): Solution {
  const shortest = clauses.reduce((best, clause) => (clause.length < best.length ? clause : best));
  const rest = clauses.filter(clause => clause !== shortest);
  let region: Region | undefined = start;
  for (const atom of shortest) {
    if (region === undefined) return 'none';
    const inside = restrict(region, atom);
    const found = inside === undefined ? 'none' : search(inside, rest, budget);
    if (found !== 'none') return found;
    region = restrict(region, { variable: atom.variable, domain: atom.domain.complement() });
  }
  return 'none';
}

/** The part of a region in which an atom holds; undefined where that is nothing. */
function restrict(region: Region, { variable, domain }: Atom): Region | undefined {
  const left = region.get(variable)?.intersect(domain) ?? domain;
  return left.isEmpty ? undefined : new Map(region).set(variable, left);
}

function canHold(region: Region, { variable, domain }: Atom): boolean {
  return !(region.get(variable)?.intersect(domain) ?? domain).isEmpty;
}

function holds(region: Region, { variable, domain }: Atom): boolean {
  const left = region.get(variable);
  return left === undefined ? domain.complement().isEmpty : isWithin(left, domain);
}
