import { Choice } from './domain';
import { atomsOf, Search } from './search';
import { Atom, Budget, Clause, holds, narrow, Problem, Region } from './solver';

/** Marks a variable of which manifests say nothing: what follows is what is in doubt, in words. */
const IN_DOUBT = ' ?';

/** A variable that is in doubt. @param end at which, since doubts at two ends have nothing to do with each other */
export function doubt(end: string, inWords: string): string {
  return `${end}${IN_DOUBT}${inWords}`;
}

/** Whether an atom is about something that manifests leave in doubt. */
export function isInDoubt({ variable }: Pick<Atom, 'variable'>): boolean {
  return variable.includes(IN_DOUBT);
}

/** What a region relies on, in words. */
export function doubtsOf(region: Region): string[] {
  const variables = [...region.keys()].filter(variable => isInDoubt({ variable }));
  return [...new Set(variables.map(variable => variable.slice(variable.indexOf(IN_DOUBT) + IN_DOUBT.length)))];
}

/** The same question for what is certain at once: nothing that holds because of a doubt, or fails because of one. */
export function withoutDoubts({ parts, clauses }: Search): Search {
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

/** The question as it is in a region that decides some variables: only the others are left of it. */
export function under(decided: Region, { parts, clauses }: Search): Search {
  const isOpen = ({ variable }: Atom) => !decided.has(variable);
  const isTrue = (atom: Atom) => !isOpen(atom) && holds(decided, atom);
  const left = (all: readonly Clause[]) =>
    all.filter(clause => !clause.some(isTrue)).map(clause => clause.filter(isOpen));
  const isPossible = ({ atoms }: Problem) => atoms.every(atom => isOpen(atom) || isTrue(atom));
  return {
    parts: parts.map(cases =>
      cases
        .filter(isPossible)
        .map(problem => ({ atoms: problem.atoms.filter(isOpen), clauses: left(problem.clauses) })),
    ),
    clauses: left(clauses),
  };
}

/** A part of a region in which nothing that is asked tells connections apart; doubts are left open. */
export function pointIn(region: Region, question: Search): Region {
  const certain = new Map([...region].filter(([variable]) => !isInDoubt({ variable })));
  const atoms = atomsOf(question).filter(atom => !isInDoubt(atom));
  return atoms.reduce<Region>((left, atom) => narrow(left, [atom]) ?? left, certain);
}

/** A way in which doubts may turn out so that the question fails at a point; undefined: it holds whatever they do. */
export function counterexample(point: Region, question: Search, budget: Budget): Region | undefined | 'too-hard' {
  const open = under(point, question);
  const atoms = atomsOf(open);
  const doubts = new Map(
    atoms.flatMap(({ variable, domain }) => (domain instanceof Choice ? [[variable, domain.each()] as const] : [])),
  );
  for (const outcome of outcomes([...doubts])) {
    if (!budget.spend(1 + atoms.length)) return 'too-hard';
    const { parts, clauses } = under(outcome, open);
    const isCase = (problem: Problem) => problem.atoms.length === 0 && problem.clauses.length === 0;
    if (clauses.length > 0 || !parts.every(cases => cases.some(isCase))) return outcome;
  }
  return undefined;
}

function* outcomes(doubts: readonly (readonly [string, readonly Choice[]])[]): Generator<Region> {
  const [first, ...others] = doubts;
  if (first === undefined) return yield new Map();
  const [variable, choices] = first;
  for (const rest of outcomes(others)) for (const choice of choices) yield new Map([...rest, [variable, choice]]);
}
