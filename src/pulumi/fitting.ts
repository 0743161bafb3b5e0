import { Dns } from '../facts/dns';
import { IpBlock } from '../model/ip-block';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { Hole } from './deferred';
import { blockStandIn, labelsStandIn, listOf, StandIn, textStandIn } from './stand-in';

/** What an Output in props may become, in the order in which it is tried. */
const CANDIDATES: readonly (() => StandIn)[] = [
  textStandIn,
  podsStandIn,
  portStandIn,
  ipBlockStandIn,
  dnsStandIn,
  () => listOf(textStandIn()),
  () => listOf(podsStandIn()),
  () => listOf(portStandIn()),
  () => listOf(ipBlockStandIn()),
  () => listOf(dnsStandIn()),
];

/** Stand-ins that fit into props, and what is planned with them. */
export interface Fit<T> {
  readonly standIns: readonly StandIn[];
  readonly planned: T;
}

/**
 * A stand-in for each hole of props: those that are refused where the hole is give way to the next.
 *
 * @throws PolicyError when none fits, or when something else is refused
 */
export function fittingStandIns<T>(holes: readonly Hole[], plan: (values: readonly unknown[]) => T): Fit<T> {
  const standIns = holes.map(({ standIn }) => standIn ?? CANDIDATES[0]());
  const tried = holes.map(() => 0);
  for (;;) {
    try {
      return { standIns, planned: plan(standIns.map(({ value }) => value)) };
    } catch (error) {
      const blamed = holes.findIndex((hole, index) => isBlamed(hole, error) && tried[index] < CANDIDATES.length - 1);
      if (blamed === -1) throw error;
      tried[blamed] += 1;
      standIns[blamed] = CANDIDATES[tried[blamed]]();
    }
  }
}

/** A list is refused as a whole for one of its items. */
function isBlamed({ path, standIn }: Hole, error: unknown): boolean {
  if (standIn !== undefined || !(error instanceof PolicyError)) return false;
  return error.path.startsWith(path) || path.startsWith(error.path);
}

/** With a namespace in the other one: nobody knows whether the Output will say one. */
function podsStandIn(): StandIn<Pods> {
  const labels = labelsStandIn();
  return {
    value: Pods.labeled(labels.value),
    other: Pods.labeled(labels.other).inNamespace(textStandIn().value),
  };
}

function portStandIn(): StandIn<Port> {
  return { value: Port.tcp(1), other: Port.tcp(2) };
}

function ipBlockStandIn(): StandIn<IpBlock> {
  const { value, other } = blockStandIn();
  return { value: IpBlock.of(value), other: IpBlock.of(other) };
}

function dnsStandIn(): StandIn<Dns> {
  const [pods, port] = [podsStandIn(), portStandIn()];
  return { value: Dns.of(pods.value, [port.value]), other: Dns.of(pods.other as Pods, [port.other as Port]) };
}
