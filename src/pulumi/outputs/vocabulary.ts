import { Collector as PlainCollector } from '../../facts/collector';
import { Dns as PlainDns } from '../../facts/dns';
import { LoadBalancer as PlainLoadBalancer } from '../../facts/load-balancer';
import { Peer as PlainPeer } from '../../facts/peer';
import { Platform as PlainPlatform } from '../../facts/platform';
import { IpBlock as PlainIpBlock } from '../../model/ip-block';
import { LabelExpression as PlainLabelExpression } from '../../model/label-expression';
import { IPeer } from '../../model/peer';
import { Pods as PlainPods } from '../../model/pods';
import { PolicyError } from '../../model/policy-error';
import { Port as PlainPort } from '../../model/port';
import { Expectation as PlainExpectation } from '../../patterns/expectation';
import { Deferred } from './deferred';
import { GivenArguments, Value } from './given';

/** The functions of a class of the vocabulary, taking Outputs wherever they take values. */
export type Speaking<C> = { readonly [K in keyof C as Word<C, K>]: Said<C[K]> };

/** What such a function gives: a value with its own functions, or several. */
export type Spoken<R> = R extends readonly (infer E)[] ? Spoken<E>[] : Deferred<R> & Speaking<R>;

type Word<C, K extends keyof C> = K extends `_${string}`
  ? never
  : C[K] extends (...args: never[]) => Value | readonly PlainPort[]
    ? K
    : never;

type Said<F> = F extends (...args: infer A) => infer R ? (...args: GivenArguments<A>) => Spoken<R> : never;

/** Pods, by labels and by namespace: `Pods.labeled({ app: name })`, where `name` may be an Output. */
export type Pods = Spoken<PlainPods>;
export const Pods = speaking(PlainPods);

/** The other end of a rule: `Peer.cidr(vpc.cidrBlock)`. */
export type Peer = Spoken<IPeer>;
export const Peer = speaking(PlainPeer);

/** Ports that pods listen on: `Port.tcp(config.requireNumber('port'))`. */
export type Port = Spoken<PlainPort>;
export const Port = speaking(PlainPort);

/** Where the pods of a cluster send their DNS queries: `Dns.nodeLocal(service.spec.clusterIP)`. */
export type Dns = Spoken<PlainDns>;
export const Dns = speaking(PlainDns);

/** A block of addresses outside the cluster, minus exceptions. */
export type IpBlock = Spoken<PlainIpBlock>;
export const IpBlock = speaking(PlainIpBlock);

/** Where load balancers of clouds reach pods from: `LoadBalancer.aws([subnet.cidrBlock])`. */
export const LoadBalancer = speaking(PlainLoadBalancer);

/** Who takes traces, logs or metrics: `Collector.openTelemetry(release.namespace)`. */
export type Collector = Spoken<PlainCollector>;
export const Collector = speaking(PlainCollector);

/** What a cluster runs on: `Platform.eks().withEngine('cilium')`. */
export type Platform = Spoken<PlainPlatform>;
export const Platform = speaking(PlainPlatform);

/** One demand on one label. */
export type LabelExpression = Spoken<PlainLabelExpression>;
export const LabelExpression = speaking(PlainLabelExpression);

/** Something that policies are expected to do: `Expectation.deny({ from: Peer.anywhere(), to: database })`. */
export type Expectation = Spoken<PlainExpectation>;
export const Expectation = speaking(PlainExpectation);

// Values have the functions of pods and of platforms, the only ones that give further values.
for (const name of [PlainPods, PlainPlatform].flatMap(type => functionsOf(type.prototype))) {
  const word = function (this: unknown, ...args: unknown[]): unknown {
    return calledBy(word, () => say(this, name, args));
  };
  Object.defineProperty(Deferred.prototype, name, { value: word });
}

function speaking<C extends object>(type: C): Speaking<C> {
  const functions = functionsOf(type).map(name => {
    const word = (...args: unknown[]): unknown => calledBy(word, () => say(type, name, args));
    return [name, word];
  });
  return Object.fromEntries(functions) as Speaking<C>;
}

type Call = (...args: unknown[]) => unknown;

/** What is refused stands at the line that called the word: the stack begins there. */
function calledBy<T>(word: Call, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PolicyError) Error.captureStackTrace(error, word);
    throw error;
  }
}

function functionsOf(type: object): string[] {
  const own = Object.getOwnPropertyDescriptors(type);
  return Object.keys(own).filter(name => !/^(_|constructor$|toString$)/.test(name) && isFunction(own[name].value));
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function' && !/^class\b/.test(String(value));
}

/** Calls a function of the vocabulary as soon as what it is given is known. */
function say(owner: unknown, name: string, args: readonly unknown[]): unknown {
  const call = (data: unknown) => {
    const [self, given] = data as [Readonly<Record<string, (...given: unknown[]) => unknown>>, unknown[]];
    return self[name](...given);
  };
  const said = Deferred.of([owner, args], call);
  const { value } = said._state as { readonly value?: unknown };
  return Array.isArray(value) ? value.map(each => Deferred.known(each)) : said;
}
