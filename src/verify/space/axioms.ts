import { Namespace } from '../../model/cluster';
import { labelOf, Labels } from '../../model/labels';
import { NAMESPACE_NAME_LABEL } from '../../model/pods';
import { LabelValue, ValueSet } from '../../model/value-set';
import { Side } from './atoms';
import { Domain } from './domain';
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
    .map(variable => ({ variable, domain: ValueSet.only(labelOf(labels, variable.slice(prefix.length))) }));
}

/**
 * What is known of namespaces whose labels were read: where a side is in one of them, it has that one's labels. And of
 * all others: where both sides are in one of them, they have the same labels of it.
 *
 * Only for namespaces that the question names, and labels that it asks for: all others are one more that could exist.
 */
export function namespaceAxioms(namespaces: readonly Namespace[], asked: readonly Atom[]): Clause[] {
  const listed = valuesByVariable(asked);
  return [
    ...SIDES.flatMap(side => {
      const known = namespaces.filter(({ name }) => listed.get(nameOf(side))?.has(name));
      return known.flatMap(namespace => keysOf(side, listed).map(key => hasItsLabel(namespace, side, key)));
    }),
    ...sharedNames(namespaces, listed).flatMap(name => sharesLabels(name, listed)),
  ];
}

/** The values that atoms of each variable list. */
type Listed = ReadonlyMap<string, ReadonlySet<LabelValue>>;

function valuesByVariable(asked: readonly Atom[]): Listed {
  const values = new Map<string, Set<LabelValue>>();
  for (const { variable, domain } of asked) {
    if (!(domain instanceof ValueSet)) continue;
    const known = values.get(variable) ?? new Set<LabelValue>();
    for (const value of domain.listed) known.add(value);
    values.set(variable, known);
  }
  return values;
}

function keysOf(side: Side, listed: Listed): string[] {
  const prefix = `${side} namespace `;
  const variables = [...listed.keys()].filter(variable => variable.startsWith(prefix) && variable !== nameOf(side));
  return variables.map(variable => variable.slice(prefix.length));
}

/** Where only one side can be in a namespace of that name, the other one's is another. */
function sharedNames(namespaces: readonly Namespace[], listed: Listed): LabelValue[] {
  const read = new Set<LabelValue>(namespaces.map(({ name }) => name));
  const [from, to] = SIDES.map(side => listed.get(nameOf(side)) ?? new Set<LabelValue>());
  return [...from].filter(name => name !== undefined && to.has(name) && !read.has(name));
}

function sharesLabels(name: LabelValue, listed: Listed): Clause[] {
  const elsewhere = SIDES.map(side => ({ variable: nameOf(side), domain: ValueSet.allBut(name) }));
  const keys = keysOf('from', listed).filter(key => listed.has(`to namespace ${key}`));
  return keys.flatMap(key => {
    const [from, to] = SIDES.map(side => `${side} namespace ${key}`);
    const values = new Set([...(listed.get(from) ?? []), ...(listed.get(to) ?? [])]);
    return [...values].flatMap(value => [
      [...elsewhere, ...implies(from, to, value)],
      [...elsewhere, ...implies(to, from, value)],
    ]);
  });
}

function implies(variable: string, other: string, value: LabelValue): Clause {
  return [
    { variable, domain: ValueSet.allBut(value) },
    { variable: other, domain: ValueSet.only(value) },
  ];
}

function hasItsLabel({ name, labels }: Namespace, side: Side, key: string): Clause {
  return [
    { variable: nameOf(side), domain: ValueSet.allBut(name) },
    { variable: `${side} namespace ${key}`, domain: ValueSet.only(labelOf(labels, key)) },
  ];
}

function nameOf(side: Side): string {
  return `${side} namespace ${NAMESPACE_NAME_LABEL}`;
}
