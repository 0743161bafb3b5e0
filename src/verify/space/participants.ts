import { Workload } from '../../model/cluster';
import { parseIp } from '../../model/ip-address';
import { Connection, Participant } from '../ends/connection';
import { Witness, WitnessEnd } from './witness';

/** The connection of a witness; its pods become pods that one could make. @param known who is at an end already */
export function connectionOf(witness: Witness, known: { from?: Participant; to?: Participant } = {}): Connection {
  const { protocol, port } = witness;
  const ports = witness.portNames.map(name => ({ name, port, protocol }));
  return {
    from: known.from ?? participant(witness.from, []),
    to: known.to ?? participant(witness.to, ports),
    protocol,
    port,
  };
}

function participant(end: WitnessEnd, ports: Workload['ports']): Participant {
  if ('address' in end) return { name: end.address, address: parseIp(end.address) };
  const labels = Object.entries(end.labels).map(([key, value]) => `${key}=${value}`);
  const name = `a pod ${labels.length === 0 ? 'without labels' : labels.join(',')} in namespace ${end.namespace}`;
  return {
    name,
    namespaceLabels: end.namespaceLabels,
    workload: {
      namespace: end.namespace,
      kind: 'Pod',
      name,
      labels: end.labels,
      ports,
      addresses: [],
      hostNetwork: false,
    },
  };
}
