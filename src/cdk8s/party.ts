import { Construct } from 'constructs';
import { Platform } from '../facts/platform';
import { Direction } from '../model/direction';
import { Guarantee } from '../model/guarantee';
import { inShort, IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { naming, PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { Intent } from '../patterns/pattern';
import { platformOf } from '../patterns/place';
import { guaranteeOf, SettledPlan } from '../patterns/plan';
import { Talk, toldPlan } from '../patterns/workload';
import { watch } from './across-constructs';
import { claimNames } from './claim-names';
import { numbersIn } from './named-ports';
import { PolicyObject } from './policy-object';

/** A workload as connections see it: its pods, what it was told so far, and the one policy that says so. */
export class Party {
  private readonly told = { talks: [] as Talk[], isolates: new Set<Direction>() };
  /** Once it is told something. */
  private policy?: PolicyObject;

  /** @param ports at which it serves, unless its pods say that themselves */
  constructor(
    readonly owner: Construct,
    private readonly intent: Intent,
    private readonly ports: readonly Port[] | undefined,
  ) {}

  /** Its pods, where they are. */
  get pods(): Pods {
    return this.intent.plan.groups[0].pods;
  }

  /** What its cluster runs on. */
  get platform(): Platform {
    return platformOf(this.intent.place);
  }

  /** What it does by now. */
  get guarantee(): Guarantee {
    return guaranteeOf(this.plan);
  }

  /** Does what a method does, and puts its name in front of what is refused. */
  naming<T>(method: string, work: () => T): T {
    return naming(`Workload '${this.owner.node.path}'.${method}`, work);
  }

  /** The ports at which others reach it: these, or else its own. */
  portsOr(given: readonly Port[] | undefined): Talk['ports'] {
    return portsAt(this.pods, given ?? this.ports);
  }

  /** Refuses what could not be written, as far as that can be told before ports and labels are read. */
  check(talk: Talk): void {
    const ports = typeof talk.ports === 'function' ? [] : talk.ports.filter(({ name }) => name === undefined);
    toldPlan(this.intent, { isolates: new Set([talk.direction]), talks: [{ ...talk, ports }] });
  }

  /** Takes the name of its policy, or refuses because another construct has it by now. */
  claim(): void {
    if (this.policy !== undefined) return;
    naming(`Workload '${this.owner.node.path}'`, () => claimNames(this.owner, this.intent.plan.groups));
  }

  /** Remembers what it may do; from then on it is isolated in this direction. */
  tell(talk: Talk): void {
    this.told.talks.push(talk);
    this.isolate([talk.direction]);
  }

  /** Isolates it, whether or not it is told more. */
  isolate(directions: readonly Direction[]): void {
    for (const direction of directions) this.told.isolates.add(direction);
    if (this.policy !== undefined) return this.policy._replan();
    this.claim();
    watch(this.owner.node.root);
    this.policy = new PolicyObject(this.owner, POLICY, { ...this.intent, latest: () => this.plan });
  }

  private get plan(): SettledPlan {
    return toldPlan(this.intent, { ...this.told, numberOf: numbersIn(this.owner.node.root) });
  }
}

/** The ports at which somebody is reached: these, or else those that the own object of a peer says. */
export function portsAt(peer: IPeer, known: readonly Port[] | undefined): Talk['ports'] {
  if (known !== undefined) return known;
  if (!(peer instanceof Pods) || !peer._areReadLate) throw withoutPorts(peer);
  return () => {
    const ports = peer._ports;
    if (ports.length === 0) throw withoutPorts(peer);
    return ports;
  };
}

/** What cdk8s takes for the one object of a construct. */
const POLICY = 'Resource';

function withoutPorts(peer: IPeer): PolicyError {
  return new PolicyError({
    code: 'missing',
    path: 'ports',
    problem: `nobody says at which ports ${inShort([peer])} can be reached`,
    fix: 'give the ports here, or to the Workload; every port is Port.all()',
  });
}
