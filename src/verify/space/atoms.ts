import { Direction } from '../../model/direction';
import { Choice } from './domain';
import { Atom, Clause } from './solver';

/** An end of a connection. */
export type Side = 'from' | 'to';

/** The end whose policies decide for a direction. */
export function sideOf(direction: Direction): Side {
  return direction === Direction.INGRESS ? 'to' : 'from';
}

/** The other end of a connection. */
export function otherSide(side: Side): Side {
  return side === 'to' ? 'from' : 'to';
}

/** Alternatives, in each of which everything has to hold. */
export type Alternatives = readonly (readonly Atom[])[];

/** That an end is a pod, or an address outside. */
export function isKind(side: Side, kind: 'pod' | 'outside'): Atom {
  return { variable: `${side} kind`, domain: new Choice(['pod', 'outside'], [kind]) };
}

/** That something is so. */
export function yes(variable: string): Atom {
  return { variable, domain: new Choice(['yes', 'no'], ['yes']) };
}

/** That something is not so. */
export function no(variable: string): Atom {
  return { variable, domain: yes(variable).domain.complement() };
}

/** That none of the alternatives holds. */
export function negate(alternatives: Alternatives): Clause[] {
  return alternatives.map(atoms => atoms.map(({ variable, domain }) => ({ variable, domain: domain.complement() })));
}

/** That one alternative of each holds, together. */
export function product(...factors: readonly Alternatives[]): Alternatives {
  return factors.reduce<Alternatives>(
    (all, factor) => all.flatMap(atoms => factor.map(more => [...atoms, ...more])),
    [[]],
  );
}
