import { PolicyError } from '../../model/policy-error';
import { Hole } from '../outputs/deferred';
import {
  blockStandIn,
  collectorStandIn,
  dnsStandIn,
  ipBlockStandIn,
  listOf,
  podsStandIn,
  portStandIn,
  StandIn,
  textStandIn,
} from '../outputs/stand-in';

/** What an Output in props may become, in the order in which it is tried. */
const CANDIDATES: readonly (() => StandIn)[] = [
  textStandIn,
  podsStandIn,
  portStandIn,
  ipBlockStandIn,
  dnsStandIn,
  () => ({ value: '2000-01-01', other: '2000-01-02' }),
  collectorStandIn,
  blockStandIn,
  () => listOf(textStandIn()),
  () => listOf(blockStandIn()),
  () => listOf(podsStandIn()),
  () => listOf(portStandIn()),
  () => listOf(ipBlockStandIn()),
  () => listOf(dnsStandIn()),
  () => listOf(collectorStandIn()),
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
      const next = leastTried(holes, tried, error);
      if (next === undefined) throw refusal(holes, error);
      tried[next] += 1;
      standIns[next] = CANDIDATES[tried[next]]();
    }
  }
}

/** Which stand-in to change for a refusal. A list may be refused as a whole for any of its items. */
function leastTried(holes: readonly Hole[], tried: readonly number[], error: unknown): number | undefined {
  if (!(error instanceof PolicyError)) return undefined;
  const isBlamed = ({ path, standIn }: Hole) =>
    standIn === undefined && (error.path.startsWith(path) || path.startsWith(error.path));
  const blamed = [...holes.keys()].filter(index => isBlamed(holes[index]) && tried[index] < CANDIDATES.length - 1);
  return blamed.sort((a, b) => tried[a] - tried[b])[0];
}

/** Where an Output stands, and nothing fits that is tried, the fault is not in what was tried last. */
function refusal(holes: readonly Hole[], error: unknown): unknown {
  if (!(error instanceof PolicyError)) return error;
  const [place] = error.path.split(' > ');
  const isThere = ({ path, standIn }: Hole) =>
    standIn === undefined && (place === path || place.startsWith(`${path}[`));
  const path = holes.find(isThere)?.path;
  if (path === undefined) return error;
  return new PolicyError({ code: 'wrong-type', path, problem: 'an Output does not fit', fix: 'give a plain value' });
}
