import { AnyPeerOf } from './any-peer-of';
import { at, Check, listOf, oneOf, optional, Shape, shape } from './check';
import { Direction, DIRECTIONS } from './direction';
import { IPeer } from './peer';
import { peerOf } from './peer-of';
import { Pods } from './pods';
import { Port } from './port';
import { ports } from './port-list';

/** One end of a claim: `shop/frontend`, `203.0.113.7` or `10.0.0.0/8` as on the command line; or pods, or another peer. */
export type Endpoint = string | IPeer;

/** Connections that something is claimed of: each source to each destination, on each port. */
export interface ClaimedConnections {
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** Left out: every port of every protocol. */
  readonly ports?: readonly Port[];
  /** Sources that are left aside. */
  readonly except?: readonly Endpoint[];
  /** Destinations that are left aside. */
  readonly exceptTo?: readonly Endpoint[];
}

/** That all of these connections are allowed, that none is, or that some are. */
export interface ReachClaim extends Required<ClaimedConnections> {
  readonly kind: 'all allowed' | 'none allowed' | 'some allowed';
}

/** That NetworkPolicies isolate all of these pods in each direction; that any policy is about none of them, or about some. */
export interface PodsClaim {
  readonly kind: 'all isolated' | 'none affected' | 'some affected';
  readonly pods: Endpoint;
  /** At least one. */
  readonly directions: readonly Direction[];
}

/** Something that policies are said to do. */
export type Claim = ReachClaim | PodsClaim;

const endpoint: Check<Endpoint> = value => (typeof value === 'string' ? value : peerOf(value));

const endpoints = listOf(endpoint, 'leave it out');

/** One check for each field of {@link ClaimedConnections}. */
export const CLAIMED_CONNECTIONS: Shape<ClaimedConnections> = {
  from: endpoint,
  to: endpoint,
  ports: optional(ports),
  except: optional(endpoints),
  exceptTo: optional(endpoints),
};

const claimedConnections = shape(CLAIMED_CONNECTIONS);

/** A claim about connections, or the refusal of what says none. */
export function reachClaim(kind: ReachClaim['kind'], connections: unknown): ReachClaim {
  const { from, to, ports: asked = [Port.all()], except = [], exceptTo = [] } = claimedConnections(connections);
  return { kind, from, to, ports: asked, except, exceptTo };
}

const direction = oneOf(DIRECTIONS);

/** A claim about pods, or the refusal of what says none. @param only one direction; both where it is left out */
export function podsClaim(kind: PodsClaim['kind'], pods: unknown, only?: unknown): PodsClaim {
  const directions = only === undefined ? DIRECTIONS : [at('direction', direction, only)];
  return { kind, pods: at('pods', endpoint, pods), directions };
}

/** The claim, in which pods that say no namespace are those of this one. */
export function inNamespace(claim: Claim, namespace: string): Claim {
  const placed = (end: Endpoint) => endIn(end, namespace);
  if (!('from' in claim)) return { ...claim, pods: placed(claim.pods) };
  const { from, to, except, exceptTo } = claim;
  return { ...claim, from: placed(from), to: placed(to), except: except.map(placed), exceptTo: exceptTo.map(placed) };
}

function endIn(end: Endpoint, namespace: string): Endpoint {
  if (typeof end === 'string') return end;
  const terms = end.toPeers().map(term => (term instanceof Pods && term._isOpen ? term.inNamespace(namespace) : term));
  return terms.length === 1 ? terms[0] : new AnyPeerOf(terms);
}
