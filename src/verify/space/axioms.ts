import { Labels, Namespace } from '../../model/cluster';
import { NAMESPACE_NAME_LABEL } from '../../model/pods';
import { ValueSet } from '../../model/value-set';
import { Domain } from './domain';
import { Side } from './encoder';
import { Knowledge } from './knowledge';
import { Atom, Clause } from './solver';

const SIDES: readonly Side[] = ['from', 'to'];

/** Every namespace has a name, whatever else it has. */
export function namespaceNames(): [string, Domain][] {
  return SIDES.map(side => [nameOf(side), ValueSet.allBut(undefined)]);
}

/** What a pod that is known has of the labels that are asked for. */
export function knownLabels(side: Side, { labels, namespaceLabels }: Knowledge, asked: readonly Atom[]): Atom[] {
  const variables = [...new Set(asked.map(({ variable }) => variable))];
  return [...fixed(`${side} label `, labels, variables), ...fixed(`${side} namespace `, namespaceLabels, variables)];
}

function fixed(prefix: string, labels: Labels | undefined, variables: readonly string[]): Atom[] {
  if (labels === undefined) return [];
  return variables
    .filter(variable => variable.startsWith(prefix))
    .map(variable => ({ variable, domain: ValueSet.only(valueOf(labels, variable.slice(prefix.length))) }));
}

/**
 * What is known of namespaces whose labels were read: where a side is in one of them, it has that one's labels.
 *
 * Only for namespaces that the question names, and labels that it asks for: all others are one more that could exist.
 */
export function namespaceAxioms(namespaces: readonly Namespace[], asked: readonly Atom[]): Clause[] {
  if (namespaces.length === 0) return [];
  return SIDES.flatMap(side => {
    const names = new Set(
      asked.filter(({ variable }) => variable === nameOf(side)).flatMap(({ domain }) => listed(domain)),
    );
    const variables = new Set(asked.map(({ variable }) => variable));
    const labels = [...variables].filter(
      variable => variable.startsWith(`${side} namespace `) && variable !== nameOf(side),
    );
    const known = namespaces.filter(({ name }) => names.has(name));
    return known.flatMap(namespace => labels.map(variable => hasItsLabel(namespace, side, variable)));
  });
}

function nameOf(side: Side): string {
  return `${side} namespace ${NAMESPACE_NAME_LABEL}`;
}

function hasItsLabel({ name, labels }: Namespace, side: Side, variable: string): Clause {
  const key = variable.split(' ')[2];
  return [
    { variable: nameOf(side), domain: ValueSet.allBut(name) },
    { variable, domain: ValueSet.only(valueOf(labels, key)) },
  ];
}

function listed(domain: Domain): readonly unknown[] {
  return domain instanceof ValueSet ? domain.listed : [];
}

function valueOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
