import { Labels } from '../../model/cluster';
import { formatIp } from '../../model/ip-address';
import { NAMESPACE_NAME_LABEL } from '../../model/pods';
import { Protocol } from '../../model/protocol';
import { ValueSet } from '../../model/value-set';
import { AddressDomain, Choice, PortDomain } from './domain';
import { Side } from './encoder';
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

/** The first connection of a region: labels that nothing asks about are left out. */
export function witnessIn(region: Region): Witness {
  const ports = region.get('ports');
  const { protocol, first } = ports instanceof PortDomain ? ports.first() : { protocol: Protocol.TCP, first: 80 };
  const names = [...region].filter(
    ([variable, domain]) => variable.startsWith('name ') && domain instanceof Choice && domain.first() === 'yes',
  );
  return {
    from: endIn(region, 'from'),
    to: endIn(region, 'to'),
    protocol,
    port: first,
    portNames: names.map(([variable]) => variable.split(' ')[2]),
  };
}

function endIn(region: Region, side: Side): WitnessEnd {
  const kind = region.get(`${side} kind`);
  if (kind instanceof Choice && kind.first() === 'outside') {
    const addresses = region.get(`${side} address`);
    return { address: formatIp((addresses instanceof AddressDomain ? addresses : AddressDomain.EVERY).first()) };
  }
  const { [NAMESPACE_NAME_LABEL]: namespace = 'any', ...namespaceLabels } = labelsIn(region, `${side} namespace `);
  return {
    namespace,
    namespaceLabels: { ...namespaceLabels, [NAMESPACE_NAME_LABEL]: namespace },
    labels: labelsIn(region, `${side} label `),
  };
}

function labelsIn(region: Region, prefix: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [variable, domain] of region) {
    const value = variable.startsWith(prefix) && domain instanceof ValueSet ? domain.pick() : undefined;
    if (value !== undefined) labels[variable.slice(prefix.length)] = value;
  }
  return labels;
}
