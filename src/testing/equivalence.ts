import { Assumptions } from '../model/assumptions';
import { Cluster, Labels, Namespace } from '../model/cluster';
import { Connection } from '../verify/ends/connection';
import { enforcedBy } from '../verify/reach/enforcement';
import { Reach } from '../verify/reach/reach';
import { comparePolicies } from '../verify/space/comparison';
import { connectionOf } from '../verify/space/participants';
import { explained } from './explained';

/**
 * What speaks against policies that should allow the same as others, or something else, whatever pods there are.
 * Undefined: nothing does.
 */
export function objectionToBeing(wanted: 'same' | 'different', one: Reach, other: Reach): string | undefined {
  const untold = differenceOfOptions(one.assumptions, other.assumptions);
  if (untold !== undefined) return `${NOT_TOLD}: ${untold}`;
  const [mine, others] = [one, other].map(({ cluster, assumptions }) => enforcedBy(assumptions.engine, cluster));
  const around = { namespaces: knownToBoth(one.cluster, other.cluster), assumptions: one.assumptions };
  const { onlyFirst, onlySecond, reason } = comparePolicies(mine, others, around);
  const witness = onlyFirst ?? onlySecond;
  if (witness !== undefined) return wanted === 'different' ? undefined : differ(connectionOf(witness), one, other);
  if (reason !== undefined) return `${NOT_TOLD}: ${reason}`;
  return wanted === 'same' ? undefined : 'the networks should differ; they allow the same';
}

const NOT_TOLD = 'whether both networks allow the same cannot be told';

/** Answers that rest on other options are no answers to the same question. */
function differenceOfOptions(one: Assumptions, other: Assumptions): string | undefined {
  const [mine, others] = [one, other].map(({ podCidrs, engine }) => ({
    podCidrs: podCidrs.map(String).sort().join(', '),
    engine: engine?.name ?? 'none',
  }));
  const option = (['podCidrs', 'engine'] as const).find(each => mine[each] !== others[each]);
  if (option === undefined) return undefined;
  return `this one has ${option} ${mine[option]}, the other ${others[option]}; give both the same`;
}

function differ(connection: Connection, one: Reach, other: Reach): string {
  const [here, there] = [one, other].map(reach =>
    explained(withNamespacesOf(connection, reach), connection).map(line => `  ${line}`),
  );
  return ['the networks should allow the same; they do not', 'this one:', ...here, 'the other:', ...there].join('\n');
}

/** The same, where the namespaces of both ends have the labels that they have in the connection. */
function withNamespacesOf({ from, to }: Connection, { cluster, assumptions }: Reach): Reach {
  const namespaces = new Map(cluster.namespaces.map(namespace => [namespace.name, namespace]));
  for (const { workload, namespaceLabels: labels } of [from, to]) {
    if (workload !== undefined && labels !== undefined) {
      namespaces.set(workload.namespace, { name: workload.namespace, labels });
    }
  }
  return Reach.of({ ...cluster, namespaces: [...namespaces.values()] }, assumptions);
}

/** A namespace that is not the same to both may have any labels. */
function knownToBoth(one: Cluster, other: Cluster): Namespace[] {
  const namesakes = new Map(other.namespaces.map(namespace => [namespace.name, namespace]));
  const mine = one.namespaces.filter(({ name, labels }) => isSame(labels, namesakes.get(name)?.labels ?? labels));
  const known = new Set(one.namespaces.map(({ name }) => name));
  return [...mine, ...other.namespaces.filter(({ name }) => !known.has(name))];
}

function isSame(one: Labels, other: Labels): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every(key => one[key] === other[key]);
}
