import { Cluster, Labels, Namespace } from '../model/cluster';
import { explanationLines } from '../report/explanation';
import { plain } from '../report/paint';
import { Connection } from '../verify/connection';
import { explain } from '../verify/explain';
import { Reach } from '../verify/reach';
import { connectionOf } from '../verify/space/participants';
import { Questions } from '../verify/space/questions';
import { Space } from '../verify/space/space';

/**
 * What speaks against policies that should allow the same as others, or something else, whatever pods there are.
 * Undefined: nothing does.
 */
export function objectionToBeing(wanted: 'same' | 'different', one: Reach, other: Reach): string | undefined {
  const space = new Space(knownToBoth(one.cluster, other.cluster), one.assumptions);
  const [mine, others] = [one, other].map(({ cluster }) => new Questions(space, cluster));
  const found = [mine.anyAllowedBeyond(others), others.anyAllowedBeyond(mine)];
  const [difference] = found.flatMap(each => (each.verdict === 'some' ? [each.witness] : []));
  const [reason] = found.flatMap(each => (each.verdict === 'unknown' ? [each.reason] : []));
  if (difference !== undefined) {
    return wanted === 'different' ? undefined : differ(connectionOf(difference), one, other);
  }
  if (reason !== undefined) return `whether both networks allow the same cannot be told: ${reason}`;
  return wanted === 'same' ? undefined : 'the networks should differ; they allow the same';
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

function differ(connection: Connection, one: Reach, other: Reach): string {
  const lines = (reach: Reach) => explanationLines(explain(reach, connection), plain).map(line => `  ${line}`);
  const heading = 'both networks should allow the same; of this connection they say';
  return [heading, 'this network:', ...lines(one), 'the other:', ...lines(other)].join('\n');
}
