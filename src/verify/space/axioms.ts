import { Namespace } from '../../model/cluster';
import { NAMESPACE_NAME_LABEL } from '../../model/pods';
import { ValueSet } from '../../model/value-set';
import { Side } from './encoder';
import { Atom, Clause } from './solver';

const SIDES: readonly Side[] = ['from', 'to'];

/**
 * What is known of namespaces whose labels were read: where a side is in one of them, it has that one's labels.
 *
 * Only for namespaces that the question names, and labels that it asks for: all others are one more that could exist.
 */
export function namespaceAxioms(namespaces: readonly Namespace[], asked: readonly Atom[]): Clause[] {
  if (namespaces.length === 0) return [];
  return SIDES.flatMap(side => {
    const nameVariable = `${side} namespace ${NAMESPACE_NAME_LABEL}`;
    const named = new Set(
      asked.filter(({ variable }) => variable === nameVariable).flatMap(({ domain }) => valuesOf(domain)),
    );
    const variables = new Set(asked.map(({ variable }) => variable));
    const labels = [...variables].filter(
      variable => variable.startsWith(`${side} namespace `) && variable !== nameVariable,
    );
    return namespaces
      .filter(({ name }) => named.has(name))
      .flatMap(namespace => labels.map(variable => hasItsLabel(namespace, nameVariable, variable)));
  });
}

function hasItsLabel({ name, labels }: Namespace, nameVariable: string, variable: string): Clause {
  const key = variable.split(' ')[2];
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return [
    { variable: nameVariable, domain: ValueSet.allBut(name) },
    { variable, domain: ValueSet.only(value) },
  ];
}

function valuesOf(domain: unknown): readonly unknown[] {
  return domain instanceof ValueSet ? domain.listed : [];
}
