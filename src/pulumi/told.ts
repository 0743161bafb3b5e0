import { Dns } from '../facts/dns';
import { at, Check } from '../model/check';
import { Direction, DIRECTIONS } from '../model/direction';
import { IPeer } from '../model/peer';
import { peerOf } from '../model/peer-of';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { dns } from '../patterns/allow-dns';
import { directions } from '../patterns/default-deny';
import { ports as portList } from '../patterns/fields';
import { platformOf } from '../patterns/place';
import { workIn } from './clusters';
import { Deferred, templateOf } from './deferred';
import { Wanted } from './drafting';
import { Given } from './given';
import { refusingOn } from './refusal';

/** One port, also an Output of one, or a list; none means those at which the pods that are reached serve. */
export type GivenPorts = Given<Port> | readonly Given<Port>[];

/** One end of a connection, as the pattern of the same name takes it. */
interface End {
  readonly direction: Direction;
  readonly peer: Given<IPeer> | Deferred<Pods>;
  readonly ports: Given<Port[]>;
}

/** What somebody says to a workload. */
interface Call {
  /** The method that was called. */
  readonly method: string;
  readonly direction: Direction;
  /** Somebody else's pods or addresses, or a workload, which is told its part. */
  readonly peer: Given<IPeer> | Told;
  readonly ports: GivenPorts | undefined;
}

/** A workload as connections see it, and what it is told until the code that runs now has run through. */
export class Told {
  private readonly calls: End[] = [];
  private readonly isolates = new Set<Direction>();
  private readonly resolvers: Given<Dns>[] = [];
  private isOver = false;

  /** @param pods where they are @param ports at which it serves */
  constructor(
    private readonly wanted: Pick<Wanted, 'component' | 'owner'>,
    readonly pods: Deferred<Pods>,
    readonly ports: Given<Port[]> | undefined,
  ) {}

  /** Lets it reach a peer, or a peer it. Where a part of it is refused, nothing of it is done. */
  connect({ method, direction, peer, ports }: Call): void {
    this.doing(method, () => {
      if (!(peer instanceof Told)) {
        checkKnown('peer', peerOf, peer);
        return this.add({ direction, peer, ports: portsOr(ports, direction === Direction.INGRESS ? this : undefined) });
      }
      peer.refuseLate();
      this.refuseApart(peer);
      const reached = direction === Direction.EGRESS ? peer : this;
      const open = portsOr(ports, reached);
      this.add({ direction, peer: peer.pods, ports: open });
      peer.add({ direction: opposite(direction), peer: this.pods, ports: open });
    });
  }

  /** Lets it resolve names. */
  allowDns(resolvers: readonly Given<Dns>[] = platformOf(workIn(this.wanted.component)).dns): void {
    this.doing('allowDns', () => {
      checkKnown('dns', dns, resolvers);
      this.resolvers.push(...resolvers);
      this.isolates.add(Direction.EGRESS);
    });
  }

  /** Isolates it, whether or not it is told more. */
  isolate(asked: readonly Direction[] = DIRECTIONS): void {
    this.doing('isolate', () => {
      for (const direction of at('directions', directions, asked)) this.isolates.add(direction);
    });
  }

  /** All of it, as props; more is refused from now on. */
  finish(): object {
    this.isOver = true;
    const isolates = DIRECTIONS.filter(direction => this.isolates.has(direction));
    return {
      ...(isolates.length > 0 && { isolates }),
      ...(this.calls.length > 0 && { calls: this.calls }),
      ...(this.resolvers.length > 0 && { dns: this.resolvers }),
    };
  }

  private add(end: End): void {
    this.calls.push(end);
    this.isolates.add(end.direction);
  }

  private doing(method: string, work: () => void): void {
    const { component, owner } = this.wanted;
    const refusing = refusingOn(component, `${owner}.${method}`);
    refusing(() => {
      this.refuseLate();
      work();
    });
  }

  private refuseLate(): void {
    if (!this.isOver) return;
    throw new PolicyError({
      code: 'conflict',
      problem: 'its policy was registered before this call',
      fix: 'make all calls before the program awaits something, and none in apply',
    });
  }

  private refuseApart(other: Told): void {
    if (workIn(this.wanted.component) === workIn(other.wanted.component)) return;
    throw new PolicyError({
      code: 'conflict',
      path: 'peer',
      problem: 'is in another cluster: it has another provider',
      fix: 'give the addresses at which the clusters see each other',
    });
  }
}

function opposite(direction: Direction): Direction {
  return direction === Direction.EGRESS ? Direction.INGRESS : Direction.EGRESS;
}

/** These ports, or else those at which the pods that are reached serve. */
function portsOr(given: GivenPorts | undefined, reached: Told | undefined): Given<Port[]> {
  const all = given === undefined ? reached?.ports : listed(given);
  if (all === undefined) {
    throw new PolicyError({
      code: 'missing',
      path: 'ports',
      problem: 'nobody says at which ports the peer can be reached',
      fix: 'give the ports here, or to the Workload; every port is Port.all()',
    });
  }
  checkKnown('ports', portList, all);
  return all;
}

function listed(given: GivenPorts): readonly Given<Port>[] {
  return Array.isArray(given) ? given : [given as Given<Port>];
}

/** What waits for an Output is checked when it is there. */
function checkKnown(name: string, check: Check<unknown>, given: unknown): void {
  const { data, holes } = templateOf(given);
  if (holes.length === 0) at(name, check, data);
}
