import { Mesh } from '../facts/mesh';
import { Direction } from '../model/direction';
import { IpBlock } from '../model/ip-block';
import { IPeer, PeerTerm, termsOf, Anywhere } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { Protocol } from '../model/protocol';
import { Connection, End, Group, isGroup, Plan } from './plan';

/** A plan for pods of a mesh: what it opens, as the mesh carries it; the control plane; the mesh's own probes. */
export function meshed({ groups, connections }: Plan, mesh: Mesh): Plan {
  return {
    groups,
    connections: [
      ...connections,
      ...connections.flatMap(connection => tunnelsOf(connection, mesh)),
      ...groups.flatMap(group => upkeepOf(group, mesh)),
    ],
  };
}

/** Tunnels carry TCP between pods. */
function tunnelsOf({ from, to, ports, isDns }: Connection, { tunnelPorts }: Mesh): Connection[] {
  if (isDns === true || tunnelPorts.length === 0 || !ports.some(hasTcp)) return [];
  const ends = { from: podsAt(from), to: podsAt(to) };
  const hasPods = (end: End) => isGroup(end) || end.length > 0;
  return hasPods(ends.from) && hasPods(ends.to) ? [{ ...ends, ports: tunnelPorts }] : [];
}

function hasTcp({ protocol }: Port): boolean {
  return protocol === undefined || protocol === Protocol.TCP;
}

function podsAt(end: End): End {
  return isGroup(end) ? end : termsOf(end).flatMap(podsOf);
}

function podsOf(term: PeerTerm): IPeer[] {
  if (term instanceof IpBlock) return [];
  return term instanceof Anywhere ? [Pods.any()] : [term];
}

function upkeepOf(group: Group, { _controlPlane, _probes }: Mesh): Connection[] {
  const isolates = (direction: Direction) => group.isolates.includes(direction);
  const routes = isolates(Direction.EGRESS) ? _controlPlane : [];
  const probes = isolates(Direction.INGRESS) && _probes.length > 0 ? [_probes] : [];
  return [
    ...routes.map(({ peer, ports }) => ({ from: group, to: [peer], ports })),
    ...probes.map(from => ({ from, to: group, ports: [Port.allTcp()] })),
  ];
}
