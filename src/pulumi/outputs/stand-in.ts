import { Collector } from '../../facts/collector';
import { Dns } from '../../facts/dns';
import { IpBlock } from '../../model/ip-block';
import { LabelExpression } from '../../model/label-expression';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';

/**
 * A value in place of one that is not known yet, so that all that does not depend on it can be checked and planned.
 * What becomes different with the other one does depend on it.
 */
export interface StandIn<T = unknown> {
  readonly value: T;
  /** Undefined: then everything may depend on it. */
  readonly other?: T;
}

/** One that has the other. */
type Pair<T> = Required<StandIn<T>>;

/** What is in every text that stands in. */
export const UNKNOWN = 'not-known-yet';

let count = 0;

/** No two are equal, as if the Outputs behind them differed. */
export function textStandIn(): Pair<string> {
  count += 1;
  return { value: `${UNKNOWN}-${count}`, other: `${UNKNOWN}-${count}-or-else` };
}

/** As {@link textStandIn}. */
export function labelsStandIn(): Pair<Record<string, string>> {
  const { value, other } = textStandIn();
  return { value: { [UNKNOWN]: value }, other: { [UNKNOWN]: other } };
}

/** AS112, which answers nobody: public, so that what leaves out special ranges does not swallow it. */
export function blockStandIn(): Pair<string> {
  return { value: '192.31.196.0/24', other: '192.175.48.0/24' };
}

/** A list with one item. */
export function listOf<T>({ value, other }: StandIn<T>): StandIn<T[]> {
  return { value: [value], other: other === undefined ? undefined : [other] };
}

/** What stands in once it is made into something: without the other where that swallows both. */
export function toldApart<T>(value: T, other: T | undefined): StandIn<T> {
  return other === undefined || textOf(value) === textOf(other) ? { value } : { value, other };
}

/** All fields of a value; those of a block are large numbers. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? String(field) : field));
}

/** With a namespace in the other one: nobody knows whether the Output will say one. */
export function podsStandIn(): Pair<Pods> {
  const labels = labelsStandIn();
  return {
    value: Pods.labeled(labels.value),
    other: Pods.labeled(labels.other).inNamespace(textStandIn().value),
  };
}

/** A demand on a label. */
export function expressionStandIn(): Pair<LabelExpression> {
  const { value, other } = textStandIn();
  return { value: LabelExpression.exists(value), other: LabelExpression.exists(other) };
}

/** A port, of another protocol in the other one: a mesh carries TCP alone. */
export function portStandIn(): Pair<Port> {
  return { value: Port.tcp(1), other: Port.udp(2) };
}

/** As {@link blockStandIn}. */
export function ipBlockStandIn(): Pair<IpBlock> {
  const { value, other } = blockStandIn();
  return { value: IpBlock.of(value), other: IpBlock.of(other) };
}

/** Resolvers. */
export function dnsStandIn(): Pair<Dns> {
  const [pods, port] = [podsStandIn(), portStandIn()];
  return { value: Dns.of(pods.value, [port.value]), other: Dns.of(pods.other, [port.other]) };
}

/** A collector. */
export function collectorStandIn(): Pair<Collector> {
  const [pods, port] = [podsStandIn(), portStandIn()];
  return { value: Collector.of(pods.value, [port.value]), other: Collector.of(pods.other, [port.other]) };
}
