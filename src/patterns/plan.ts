import { Direction } from '../model/direction';
import { Guarantee, Opening } from '../model/guarantee';
import { IPeer, PeerTerm, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PlannedPolicy, Rule } from '../model/policy';
import { Port } from '../model/port';

/** Pods that a construct was given, and for which it writes one policy. */
export interface Group {
  /** Last part of the policy's name, such as `database`; empty where a pattern writes one policy. */
  readonly part: string;
  /** Where the pods stand in the props, such as `database.pods`. */
  readonly path: string;
  readonly pods: Pods;
  readonly isolates: readonly Direction[];
  /** Whether other groups may be part of it: what it allows, they are allowed too. */
  readonly isFloor?: boolean;
}

/** One end of a connection: pods that were given, or somebody else's. */
export type End = Group | readonly IPeer[];

/** What may talk: every `from` to every `to`, on every port. Each end that is a {@link Group} gets its rule. */
export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly ports: readonly Port[];
  /** Where the other end stands in the props, such as `externalApis[0].to`; undefined where it is a group, or not said. */
  readonly path?: string;
  /** Whether these are DNS queries: they never go through a mesh, and clouds may answer them at a metadata address. */
  readonly isDns?: boolean;
  /** Whether the names among the ports stay names: whoever knows their numbers was asked. */
  readonly areNumbered?: boolean;
}

/** The port of a number that has a name at some pods; undefined where that is not known, or not the same for all of them. */
export type NumberOf = (named: Port, pods: Pods) => Port | undefined;

/** An intent in the one form that all patterns share: whom to isolate, and which connections to allow all the same. */
export interface Plan {
  readonly groups: readonly Group[];
  readonly connections: readonly Connection[];
  /** Metadata addresses that blocks may cover; undefined where the construct has no field to name them. */
  readonly allowMetadata?: readonly string[];
  /** Whether it was said bit by bit: repetition and order do not count. Then it is planned anew whenever somebody asks. */
  readonly isTold?: boolean;
  /** What is known of numbers beyond what the objects of pods say, where it is told. */
  readonly numberOf?: NumberOf;
}

/** A group whose policy has its name. */
export interface NamedGroup extends Group {
  /** Name of the policy. */
  readonly name: string;
}

/** A plan that can be written as it is: policies have their names, and pods the construct's namespace or their own. */
export interface SettledPlan extends Plan {
  readonly groups: readonly NamedGroup[];
}

/** The policy of one group: a rule for each connection at whose end it stands. */
export function policyOf(group: NamedGroup, { connections }: SettledPlan): PlannedPolicy {
  const { name, pods } = group;
  return {
    name,
    namespace: pods.namespace,
    podSelector: pods.podSelector,
    ingress: rulesOf(group, connections, Direction.INGRESS),
    egress: rulesOf(group, connections, Direction.EGRESS),
  };
}

function rulesOf(group: Group, connections: readonly Connection[], direction: Direction): Rule[] | undefined {
  if (!group.isolates.includes(direction)) return undefined;
  const [own, other] = direction === Direction.INGRESS ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const mine = connections.filter(connection => connection[own] === group);
  return mine.map(connection => new Rule(termsAt(connection[other]), portsOf(connection)));
}

/** The plan once more, in connections: what its policies do and nothing else. */
export function guaranteeOf({ groups, connections }: SettledPlan): Guarantee {
  return {
    isolates: groups.map(({ pods, isolates }) => ({ pods, directions: [...isolates] })),
    opens: connections.map(openingOf),
  };
}

/** Whether pods of a plan are known only when it is written. */
export function isReadLate({ groups, connections }: Plan): boolean {
  const areLate = (end: End) => !isGroup(end) && termsOf(end).some(isLate);
  return groups.some(({ pods }) => isLate(pods)) || connections.some(({ from, to }) => areLate(from) || areLate(to));
}

function isLate(term: PeerTerm): boolean {
  return term instanceof Pods && term._areReadLate;
}

/** What stands at an end, entry by entry. */
export function termsAt(end: End): PeerTerm[] {
  return isGroup(end) ? [end.pods] : termsOf(end);
}

/** At which ports: by number where it is known which one a name has at the pods that are reached, in their namespace. */
export function portsOf({ to, ports, areNumbered }: Connection, numberOf: NumberOf = numberOfObject): readonly Port[] {
  if (areNumbered === true || ports.every(({ name }) => name === undefined)) return ports;
  const [reached, ...others] = termsAt(to);
  if (!(reached instanceof Pods) || reached.namespaceSelector !== undefined || others.length > 0) return ports;
  return ports.map(port => (port.name === undefined ? port : (numberOf(port, reached) ?? port)));
}

function numberOfObject(named: Port, pods: Pods): Port | undefined {
  return pods._numberOf(named);
}

/** Whether an end is pods that were given, which get a policy. */
export function isGroup(end: End): end is Group {
  return !Array.isArray(end);
}

function openingOf(connection: Connection): Opening {
  const { from, to } = connection;
  const ends = [
    ...(isGroup(to) && to.isolates.includes(Direction.INGRESS) ? [Direction.INGRESS] : []),
    ...(isGroup(from) && from.isolates.includes(Direction.EGRESS) ? [Direction.EGRESS] : []),
  ];
  return { from: termsAt(from), to: termsAt(to), ports: [...portsOf(connection)], ends };
}
