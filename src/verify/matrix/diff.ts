import { appendTo } from '../../model/append-to';
import { API_ALONE, Assumptions } from '../../model/assumptions';
import { Cluster, Workload } from '../../model/cluster';
import { isItself } from '../ask/ask-concrete';
import { Distinctions } from '../reach/distinctions';
import { Ports, Reach } from '../reach/reach';
import { PortSetId, PortSets } from '../sets/port-sets';
import { allowedBeyond, Possible } from './allowed-beyond';
import { identify, Identities } from './identities';
import { AtAddresses, Reached, togetherByPorts } from './reached';
import { Rows } from './rows';

/** What changed in reach between two clusters, whatever caused it. */
export interface Difference {
  readonly portSets: PortSets;
  /** What is allowed now and was not; what cannot be told now, and was denied. */
  readonly added: readonly Reached[];
  /** What was allowed and is not; what could not be told, and is denied. */
  readonly removed: readonly Reached[];
  /** Workloads that are there now and were not. */
  readonly appeared: readonly Workload[];
  /** Workloads that were there and are not. */
  readonly vanished: readonly Workload[];
  /** What changes for pods that were not read, asked where nothing changes for those that were. */
  readonly unread: { readonly added?: Possible; readonly removed?: Possible };
}

/** Whether everything is as it was. */
export function isNothing({ added, removed, appeared, vanished, unread }: Difference): boolean {
  const lists = [added, removed, appeared, vanished];
  return lists.every(({ length }) => length === 0) && unread.added === undefined && unread.removed === undefined;
}

/** Hands on what is gone through, so that somebody can say how far it is. */
export type Watch = <T>(sources: readonly T[]) => Iterable<T>;

/** How clusters are compared. */
export interface Comparing {
  /** Left out: those of the API alone. */
  readonly assumptions?: Assumptions;
  /** Left out: nobody watches. */
  readonly watch?: Watch;
}

/** Compares two clusters. */
export function diff(
  before: Cluster,
  after: Cluster,
  { assumptions = API_ALONE, watch = all => all }: Comparing = {},
): Difference {
  const portSets = new PortSets();
  const { blocks } = new Distinctions({
    policies: [...before.policies, ...after.policies],
    adminPolicies: [...before.adminPolicies, ...after.adminPolicies],
  });
  const reachOf = (cluster: Cluster) => Reach.of(cluster, assumptions, { portSets, blocks });
  const [earlier, later] = identify(before.workloads, after.workloads);
  const [reachBefore, reachAfter] = [reachOf(before), reachOf(after)];
  const [old, next] = [new Version(reachBefore, earlier), new Version(reachAfter, later)];
  const [added, removed] = [[...old.missingFrom(next, watch)], [...next.missingFrom(old, watch)]];
  return {
    portSets,
    added,
    removed,
    appeared: next.missingIn(old),
    vanished: old.missingIn(next),
    unread: {
      added: added.length === 0 ? allowedBeyond(reachAfter, reachBefore) : undefined,
      removed: removed.length === 0 ? allowedBeyond(reachBefore, reachAfter) : undefined,
    },
  };
}

const DENIED: Ports = { allowed: PortSets.NONE, unknown: PortSets.NONE, reasons: [] };

/** One of two clusters, asked by the names of workloads. */
class Version {
  private readonly rows: Rows;
  private readonly workloads: ReadonlyMap<string, Workload>;

  constructor(
    private readonly reach: Reach,
    private readonly identities: Identities,
  ) {
    this.rows = new Rows(reach);
    this.workloads = new Map([...identities].map(([workload, key]) => [key, workload]));
  }

  /** Its workloads that the other version does not have. */
  missingIn(other: Version): Workload[] {
    return [...this.workloads].flatMap(([key, workload]) => (other.workloads.has(key) ? [] : [workload]));
  }

  /** What the other version allows, or leaves in doubt, and this one does not. */
  *missingFrom(other: Version, watch: Watch): Generator<Reached> {
    for (const workload of watch(other.reach.cluster.workloads)) yield* this.missingFromWorkload(other, workload);
    yield* this.missingFromOutside(other, watch);
  }

  private *missingFromWorkload(other: Version, workload: Workload): Generator<Reached> {
    const known = this.workloads.get(other.keyOf(workload));
    const own = known === undefined ? new Map<string, Ports>() : this.row(this.reach.endpoints.pods.numberOf(known));
    const outside: AtAddresses[] = [];
    for (const [key, ports] of other.row(other.reach.endpoints.pods.numberOf(workload))) {
      const more = this.beyond(own.get(key) ?? DENIED, ports);
      const to = other.workloads.get(key);
      if (more === undefined) continue;
      if (to === undefined) outside.push([Number(key), more]);
      else if (!isItself({ workload }, { workload: to })) yield { from: { workload }, to: { workload: to }, ...more };
    }
    for (const { cidrs, ports } of togetherByPorts(outside, other.reach.endpoints.addresses)) {
      yield { from: { workload }, to: { cidrs }, ...ports };
    }
  }

  private *missingFromOutside(other: Version, watch: Watch): Generator<Reached> {
    const accepted = new Map<Workload, AtAddresses[]>();
    const { addresses, podCount } = other.reach.endpoints;
    for (const addressClass of watch(Array.from({ length: addresses.count }, (_, number) => number))) {
      const own = this.row(this.reach.endpoints.podCount + addressClass);
      for (const [key, ports] of other.row(podCount + addressClass)) {
        const to = other.workloads.get(key);
        const more = to && this.beyond(own.get(key) ?? DENIED, ports);
        if (to !== undefined && more !== undefined) appendTo(accepted, to, [addressClass, more]);
      }
    }
    for (const [workload, found] of accepted) {
      for (const { cidrs, ports } of togetherByPorts(found, addresses)) {
        yield { from: { cidrs }, to: { workload }, ...ports };
      }
    }
  }

  /** What a source reaches: workloads by their key, addresses by the number of their class. */
  private row(source: number): Map<string, Ports> {
    const { podCount, pods } = this.reach.endpoints;
    const row = new Map<string, Ports>();
    for (const { to, ...ports } of this.rows.from(source)) {
      if (to >= podCount) row.set(String(to - podCount), ports);
      else for (const workload of pods.classes[to]) row.set(this.keyOf(workload), ports);
    }
    return row;
  }

  private beyond(own: Ports, other: Ports): Ports | undefined {
    const { portSets } = this.reach;
    const denied = (ports: PortSetId) => portSets.subtract(portSets.subtract(ports, own.allowed), own.unknown);
    const allowed = portSets.subtract(other.allowed, own.allowed);
    const unknown = denied(other.unknown);
    return allowed === PortSets.NONE && unknown === PortSets.NONE
      ? undefined
      : { allowed, unknown, reasons: other.reasons };
  }

  private keyOf(workload: Workload): string {
    return this.identities.get(workload) as string;
  }
}
