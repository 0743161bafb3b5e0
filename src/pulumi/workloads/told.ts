import { Dns } from '../../facts/dns';
import { Direction, DIRECTIONS } from '../../model/direction';
import { IPeer } from '../../model/peer';
import { Pods } from '../../model/pods';
import { PolicyError } from '../../model/policy-error';
import { Port } from '../../model/port';
import { halfOpen, toldWorkload, WorkloadProps } from '../../patterns/workload';
import { workIn } from '../clusters';
import { checkPlan, Wanted } from '../drafts/drafting';
import { Deferred } from '../outputs/deferred';
import { Given } from '../outputs/given';
import { StandIn } from '../outputs/stand-in';
import { refusingOn } from '../refusal';

/** One end of a connection, as the pattern of the same name takes it. */
export interface End {
  readonly direction: Direction;
  readonly peer: Given<IPeer> | Deferred<Pods>;
  readonly ports: Given<Port[]>;
}

/** What a workload is told, as the pattern takes it. */
interface ToldProps {
  readonly isolates?: readonly Direction[];
  readonly calls?: readonly End[];
  readonly dns?: readonly Given<Dns>[];
}

/** A workload as connections see it, and what it is told until the code that runs now has run through. */
export class Told {
  private readonly calls: End[] = [];
  private readonly isolates = new Set<Direction>();
  private readonly resolvers: Given<Dns>[] = [];
  private isOver = false;

  /** @param pods where they are */
  constructor(
    readonly wanted: Wanted,
    readonly props: Given<WorkloadProps>,
    readonly pods: Deferred<Pods>,
  ) {}

  /** Does what a method does; what it refuses is refused on the component, under the method's name. */
  doing<T>(method: string, work: () => T): T {
    const { component, owner } = this.wanted;
    return refusingOn(
      component,
      `${owner}.${method}`,
    )(() => {
      if (this.isOver) throw late('its policy');
      return work();
    });
  }

  /** Refuses another workload that would not be written any more, or that could not name this one. */
  checkPeer(other: Told): void {
    if (other.isOver) throw late(`the policy of ${other.wanted.owner}`);
    if (workIn(this.wanted.component) !== workIn(other.wanted.component)) throw inAnotherCluster();
    if (this.isOpen !== other.isOpen) throw halfOpen(other.wanted.name);
  }

  /** Whether nobody says the namespace of its pods. */
  private get isOpen(): boolean {
    const { value, standIn } = this.pods._state as { readonly value?: Pods; readonly standIn?: StandIn<Pods> };
    return (value ?? standIn?.value)?._isOpen === true;
  }

  /** Refuses what could not be written, whatever its Outputs become. */
  check(said: ToldProps): void {
    try {
      checkPlan({ ...this.wanted, pattern: toldWorkload }, { ...this.props, ...said });
    } catch (error) {
      throw error instanceof PolicyError ? outsideOfCalls(error) : error;
    }
  }

  /** Remembers what it may do; from then on it is isolated in this direction. */
  add(end: End): void {
    this.calls.push(end);
    this.isolates.add(end.direction);
  }

  /** Remembers where it may send DNS queries. */
  addDns(resolvers: readonly Given<Dns>[]): void {
    this.resolvers.push(...resolvers);
    this.isolates.add(Direction.EGRESS);
  }

  /** Isolates it, whether or not it is told more. */
  isolate(directions: readonly Direction[]): void {
    for (const direction of directions) this.isolates.add(direction);
  }

  /** All of it, as props; more is refused from now on. */
  finish(): object {
    this.isOver = true;
    const isolates = DIRECTIONS.filter(direction => this.isolates.has(direction));
    return {
      ...this.props,
      ...(isolates.length > 0 && { isolates }),
      ...(this.calls.length > 0 && { calls: this.calls }),
      ...(this.resolvers.length > 0 && { dns: this.resolvers }),
    };
  }
}

/** The same, as the call says it that is checked alone. */
function outsideOfCalls({ code, path, value, problem, fix }: PolicyError): PolicyError {
  return new PolicyError({ code, path: path.replace(/^calls\[0\]\.?/, ''), value, problem, fix });
}

function late(policy: string): PolicyError {
  return new PolicyError({
    code: 'conflict',
    problem: `${policy} was registered before this call`,
    fix: 'make all calls before the program awaits something, and none in apply',
  });
}

function inAnotherCluster(): PolicyError {
  return new PolicyError({
    code: 'conflict',
    path: 'peer',
    problem: 'is in another cluster: it has another provider',
    fix: 'give the addresses at which the clusters see each other',
  });
}
