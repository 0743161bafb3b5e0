import { Labels, Namespace } from '../../model/cluster';
import { formatIp } from '../../model/ip-address';
import { NAMESPACE_NAME_LABEL } from '../../model/pods';
import { Protocol } from '../../model/protocol';
import { ValueSet } from '../../model/value-set';
import { Side } from './atoms';
import { AddressDomain, Choice, PortDomain } from './domain';
import { Region } from './solver';

/** A pod that could exist. */
export interface WitnessPod {
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  readonly labels: Labels;
}

/** One end of a witness: a pod that could exist, or an address outside. */
export type WitnessEnd = WitnessPod | { readonly address: string };

/** One concrete connection that proves an answer. */
export interface Witness {
  readonly from: WitnessEnd;
  readonly to: WitnessEnd;
  readonly protocol: Protocol;
  readonly port: number;
  /** Names that the destination has for the port; a rule names it so. */
  readonly portNames: readonly string[];
}

/** The first connection of a region: labels that nothing asks about are left out. @param known namespaces that were read */
export function witnessIn(region: Region, known: readonly Namespace[]): Witness {
  const ports = region.get('ports');
  const { protocol, first } = ports instanceof PortDomain ? ports.first() : { protocol: Protocol.TCP, first: 80 };
  const prefix = `name ${protocol} `;
  const names = [...region].filter(
    ([variable, domain]) => variable.startsWith(prefix) && domain instanceof Choice && domain.first() === 'yes',
  );
  const taken = known.map(({ name: namespace }) => namespace);
  const source = endIn(region, 'from', taken);
  const destination = endIn(region, 'to', 'namespace' in source ? [...taken, source.namespace] : taken);
  const { from, to } = inOneNamespace(source, destination);
  return {
    from: withLabelsOf(known, from),
    to: withLabelsOf(known, to),
    protocol,
    port: first,
    portNames: names.map(([variable]) => variable.slice(prefix.length)),
  };
}

/** What is asked of the labels of a namespace at one end only is true of it at the other end too. */
function inOneNamespace(from: WitnessEnd, to: WitnessEnd): Pick<Witness, 'from' | 'to'> {
  if (!('namespace' in from && 'namespace' in to) || from.namespace !== to.namespace) return { from, to };
  const namespaceLabels = { ...from.namespaceLabels, ...to.namespaceLabels };
  return { from: { ...from, namespaceLabels }, to: { ...to, namespaceLabels } };
}

/** A namespace that was read has all of its labels, those included that nothing asks about. */
function withLabelsOf(known: readonly Namespace[], end: WitnessEnd): WitnessEnd {
  const namespace = 'namespace' in end ? known.find(({ name }) => name === end.namespace) : undefined;
  if (namespace === undefined) return end;
  return { ...end, namespaceLabels: { ...namespace.labels, [NAMESPACE_NAME_LABEL]: namespace.name } };
}

function endIn(region: Region, side: Side, taken: readonly string[]): WitnessEnd {
  const kind = region.get(`${side} kind`);
  if (kind instanceof Choice && kind.first() === 'outside') {
    const addresses = region.get(`${side} address`);
    return { address: formatIp((addresses instanceof AddressDomain ? addresses : AddressDomain.EVERY).first()) };
  }
  const namespace = namespaceIn(region, side, taken);
  return {
    namespace,
    namespaceLabels: { ...labelsIn(region, `${side} namespace `), [NAMESPACE_NAME_LABEL]: namespace },
    labels: labelsIn(region, `${side} label `),
  };
}

/** A namespace of its own where that is possible: what is known of others is not true of it. */
function namespaceIn(region: Region, side: Side, taken: readonly string[]): string {
  const names = region.get(`${side} namespace ${NAMESPACE_NAME_LABEL}`);
  if (!(names instanceof ValueSet)) return 'any';
  const own = names.intersect(ValueSet.allBut(...taken));
  return (own.isEmpty ? names : own).pick() ?? 'any';
}

function labelsIn(region: Region, prefix: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [variable, domain] of region) {
    const value = variable.startsWith(prefix) && domain instanceof ValueSet ? domain.pick() : undefined;
    if (value !== undefined) labels[variable.slice(prefix.length)] = value;
  }
  return labels;
}
