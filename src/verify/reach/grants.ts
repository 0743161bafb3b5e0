import { Direction } from '../../model/direction';
import { PeerTerm } from '../../model/peer';
import { Port } from '../../model/port';
import { EndpointSet } from '../sets/endpoint-set';
import { PortSetId, PortSets } from '../sets/port-sets';
import { Endpoints } from './endpoints';
import { OpenPorts } from './named-ports';
import { RulePorts } from './rule-ports';
import { Subject } from './subject';

/** Whom an endpoint may talk to, and on which ports, as far as one of the two ends decides. */
export interface Grant {
  readonly peers: EndpointSet;
  readonly ports: PortSetId;
  /** False where it cannot be told whether this holds. */
  readonly sure: boolean;
  /** Why it cannot be told. */
  readonly reason?: string;
}

/** Peers and ports, whichever kind of policy they stand in. */
export interface PeersAndPorts {
  readonly peers: readonly PeerTerm[];
  readonly ports: readonly Port[];
}

/** Where rules are read. */
export interface RuleContext {
  readonly endpoints: Endpoints;
  readonly rulePorts: RulePorts;
  /** Namespace of the policy; undefined for one of the whole cluster. */
  readonly namespace?: string;
}

/** What a rule of ingress grants one destination. */
export function ingressGrants(rule: PeersAndPorts, context: RuleContext, destination: number): Grant[] {
  return rule.peers.flatMap(peer => {
    const open = context.rulePorts.at(rule.ports, { peer, destination });
    return matchGrants(peer, context, open);
  });
}

/** What a rule of egress grants: where ports have names, destinations are told apart by what the names mean there. */
export function egressGrants(rule: PeersAndPorts, context: RuleContext): Grant[] {
  const { endpoints, rulePorts, namespace } = context;
  if (!rulePorts.differ(rule.ports)) {
    return rule.peers.flatMap(peer => matchGrants(peer, context, rulePorts.at(rule.ports, { peer })));
  }
  return rule.peers.flatMap(peer => {
    const { sure, maybe, reason } = endpoints.match(peer, namespace);
    const named = (destinations: EndpointSet, isSure: boolean) =>
      byPorts(destinations, destination => rulePorts.at(rule.ports, { peer, destination })).flatMap(([open, peers]) =>
        openGrants({ peers, open, isSure, reason }),
      );
    return [...named(sure, true), ...named(maybe, false)];
  });
}

/** Whether what a policy grants depends on the names that a pod has for its own ports. */
export function isPerPod(
  { ingress = [] }: { readonly ingress?: readonly PeersAndPorts[] },
  { direction }: Subject,
  rulePorts: RulePorts,
): boolean {
  return direction === Direction.INGRESS && ingress.some(({ ports }) => rulePorts.differ(ports));
}

function matchGrants(peer: PeerTerm, { endpoints, namespace }: RuleContext, open: OpenPorts): Grant[] {
  const { sure, maybe, reason } = endpoints.match(peer, namespace);
  const grants = openGrants({ peers: sure, open, isSure: true });
  return maybe.size === 0 ? grants : [...grants, ...openGrants({ peers: maybe, open, isSure: false, reason })];
}

function openGrants(of: { peers: EndpointSet; open: OpenPorts; isSure: boolean; reason?: string }): Grant[] {
  const { peers, open, isSure, reason } = of;
  if (peers.size === 0) return [];
  const grants: Grant[] = [];
  if (open.sure !== PortSets.NONE) {
    grants.push({ peers, ports: open.sure, sure: isSure, reason: isSure ? undefined : reason });
  }
  if (open.maybe !== PortSets.NONE) {
    grants.push({ peers, ports: open.maybe, sure: false, reason: open.reason ?? reason });
  }
  return grants;
}

function byPorts(destinations: EndpointSet, portsAt: (destination: number) => OpenPorts): [OpenPorts, EndpointSet][] {
  const groups = new Map<string, { open: OpenPorts; ids: number[] }>();
  for (const destination of destinations.ids) {
    const open = portsAt(destination);
    const key = `${open.sure},${open.maybe}`;
    const group = groups.get(key) ?? { open, ids: [] };
    group.ids.push(destination);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ open, ids }) => [open, EndpointSet.ofSorted(ids)]);
}
