import { Dns } from '../facts/dns';
import { listOf, oneOf, optional, shape } from '../model/check';
import { Direction, DIRECTIONS } from '../model/direction';
import { IPeer } from '../model/peer';
import { peerOf } from '../model/peer-of';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { dns, dnsConnections } from './allow-dns';
import { directions } from './default-deny';
import { pods, ports } from './fields';
import { Intent, pattern } from './pattern';
import { Connection, Group, NumberOf, SettledPlan } from './plan';
import { PolicyProps } from './policy-props';
import { settle } from './settle';

/** What a workload is made of; whom it may talk with it is told later. */
export interface WorkloadProps extends PolicyProps {
  /** Its pods. */
  readonly pods: Pods;
  /**
   * The ports at which it serves whoever is let in without naming others.
   *
   * @default - those that the containers or the Service of `Pods.of(…)` say
   */
  readonly ports?: Port[];
}

/** Pods that talk with whom they are told to; until they are told, nobody is isolated and nothing is written. */
export const workload = pattern<WorkloadProps>('Workload', { pods, ports: optional(ports) }, props => ({
  groups: [{ part: '', path: 'pods', pods: props.pods, isolates: [] }],
  connections: [],
}));

/** A call that a workload was told, at its own end. */
export interface ToldCall {
  readonly direction: Direction;
  readonly peer: IPeer;
  readonly ports: Port[];
}

/** A workload with all that it is ever told. */
export interface ToldWorkloadProps extends WorkloadProps {
  readonly isolates?: Direction[];
  readonly calls?: ToldCall[];
  /** Where it may send DNS queries. */
  readonly dns?: Dns[];
}

const call = shape<ToldCall>({ direction: oneOf(DIRECTIONS), peer: peerOf, ports });

/** As {@link workload}, for hosts that write at once. */
export const toldWorkload = pattern<ToldWorkloadProps>(
  'Workload',
  {
    pods,
    ports: optional(ports),
    isolates: optional(directions),
    calls: optional(listOf(call, 'leave it out')),
    dns,
  },
  ({ pods: selected, isolates = [], calls = [], dns: resolvers = [] }) => {
    const group: Group = { part: '', path: 'pods', pods: selected, isolates };
    const talks = calls.map(({ direction, peer, ports: at }, index) => ({
      direction,
      peers: [peer],
      ports: at,
      path: `calls[${index}].peer`,
    }));
    const connections = [...talks.map(talk => connectionOf(talk, group)), ...dnsConnections(group, resolvers)];
    return { groups: isolates.length === 0 ? [] : [group], connections, isTold: true };
  },
);

/** The refusal of another workload, where one of the two says its namespace and one leaves it open. */
export function halfOpen(other: string): PolicyError {
  return new PolicyError({
    code: 'conflict',
    path: 'peer',
    value: other,
    problem: `Workload '${other}' and this one: one says its namespace and one leaves it open, so they could not name each other`,
    fix: 'set namespace for both',
  });
}

/** With whom a workload may talk, at its own end. */
export interface Talk {
  readonly direction: Direction;
  readonly peers: readonly IPeer[];
  /** Those that containers say are asked for when the policies are written, since containers may be added until then. */
  readonly ports: readonly Port[] | (() => readonly Port[]);
  /** Where the peers stand in what was said. */
  readonly path?: string;
  /** Whether these are DNS queries. */
  readonly isDns?: boolean;
}

/** All that a workload was told so far. */
export interface Told {
  readonly isolates: ReadonlySet<Direction>;
  readonly talks: readonly Talk[];
  /** What the host knows of the numbers of ports' names. */
  readonly numberOf?: NumberOf;
}

/** The plan of a workload: each thing that it was told once, in one order, whenever and however often it was told. */
export function toldPlan({ plan, place }: Intent, { isolates, talks, numberOf }: Told): SettledPlan {
  const [{ part, path, pods: selected }] = plan.groups;
  const group: Group = { part, path, pods: selected, isolates: DIRECTIONS.filter(each => isolates.has(each)) };
  if (group.isolates.length === 0) return { groups: [], connections: [] };
  const connections = talks.map(talk => connectionOf(talk, group));
  return settle({ groups: [group], connections, isTold: true, numberOf }, place);
}

function connectionOf({ direction, peers, ports: at, path, isDns }: Talk, own: Group): Connection {
  const isIngress = direction === Direction.INGRESS;
  return {
    from: isIngress ? peers : own,
    to: isIngress ? own : peers,
    ports: typeof at === 'function' ? at() : at,
    path,
    isDns,
  };
}
