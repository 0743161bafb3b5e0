import { appendTo } from '../model/append-to';
import { Assumptions } from '../model/assumptions';
import { Cluster, Namespace, Service, Workload } from '../model/cluster';
import { Direction, DIRECTIONS, sectionOf } from '../model/direction';
import { EngineTraits } from '../model/engine';
import { LabelSelector } from '../model/label-selector';
import { Path } from '../model/path';
import { PeerTerm } from '../model/peer';
import { Policy, Rule } from '../model/policy';
import { matcherOf } from '../verify/reach/matcher';
import { Reach } from '../verify/reach/reach';
import { EndpointSet } from '../verify/sets/endpoint-set';

/** A rule of a policy, and where it stands. */
export interface PlacedRule {
  readonly policy: Policy;
  readonly direction: Direction;
  readonly rule: Rule;
  /** Such as `spec.ingress[0]`. */
  readonly path: Path;
}

/** Pods that no policy tells apart. */
export interface PodGroup {
  readonly endpoint: number;
  readonly pods: readonly Workload[];
  /** The NetworkPolicies that isolate them in the direction that was asked for. */
  readonly policies: readonly Policy[];
}

/** What lint rules ask: a cluster, who reaches whom in it by the API alone, and the engine that is meant. */
export class LintSubject {
  /** By the API alone: what policies mean does not change with the engine that gets it wrong. */
  readonly reach: Reach;
  readonly rules: readonly PlacedRule[];
  /** Every namespace that was read or named. */
  readonly namespaces: readonly Namespace[];
  private readonly namespacesBySelector = new Map<string, readonly string[]>();
  private readonly pods: ReadonlyMap<string, readonly Workload[]>;
  private readonly services: ReadonlyMap<string, readonly Service[]>;
  private readonly policies: ReadonlyMap<string, readonly Policy[]>;

  constructor(
    readonly cluster: Cluster,
    readonly assumptions: Assumptions,
  ) {
    this.reach = Reach.of(cluster, { ...assumptions, engine: undefined });
    this.rules = cluster.policies.flatMap(placedRules);
    this.namespaces = this.reach.endpoints.pods.namespaces();
    this.pods = byNamespace(cluster.workloads);
    this.services = byNamespace(cluster.services);
    this.policies = byNamespace(cluster.policies);
  }

  /** The engine that is meant; undefined: the API alone. */
  get engine(): EngineTraits | undefined {
    return this.assumptions.engine;
  }

  /** The names of the namespaces that a selector matches. */
  namespacesOf(selector: LabelSelector): readonly string[] {
    const key = String(selector);
    const known = this.namespacesBySelector.get(key);
    if (known !== undefined) return known;
    const matches = matcherOf(selector);
    const names = this.namespaces.filter(({ labels }) => matches(labels)).map(({ name }) => name);
    this.namespacesBySelector.set(key, names);
    return names;
  }

  /** The pods of a namespace that were read. */
  podsIn(namespace: string): readonly Workload[] {
    return this.pods.get(namespace) ?? [];
  }

  /** Whether a Service of a namespace is for pods of this kind: then they are somebody's, though they were not read. */
  areServed(podSelector: LabelSelector, namespace: string): boolean {
    const services = this.services.get(namespace) ?? [];
    return services.some(({ selector }) => selector !== undefined && podSelector.matches(selector.matchLabels));
  }

  /** The policies of a namespace. */
  policiesIn(namespace: string): readonly Policy[] {
    return this.policies.get(namespace) ?? [];
  }

  /** The endpoints that a policy selects. */
  selected({ podSelector, namespace }: Policy): EndpointSet {
    return this.reach.endpoints.pods.select({ podSelector, namespace });
  }

  /** The endpoints that a peer is, or may be. */
  matched(peer: PeerTerm, { namespace }: Policy): EndpointSet {
    const { sure, maybe } = this.reach.endpoints.match(peer, namespace);
    return EndpointSet.union([sure, maybe]);
  }

  /** All pods but those on the host network, with the policies that isolate them in a direction. */
  *podGroups(direction: Direction): Generator<PodGroup> {
    const { endpoints } = this.reach;
    for (const [endpoint, pods] of endpoints.pods.classes.entries()) {
      if (!endpoints.hosts.has(endpoint)) {
        yield { endpoint, pods, policies: this.reach.policiesOf(endpoint, direction) };
      }
    }
  }

  /** The pods among some endpoints. */
  podsAt(endpoints: readonly number[]): Workload[] {
    const { classes } = this.reach.endpoints.pods;
    return endpoints.flatMap(endpoint => classes[endpoint] ?? []);
  }
}

function byNamespace<T extends { readonly namespace: string }>(objects: readonly T[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const object of objects) appendTo(lists, object.namespace, object);
  return lists;
}

function placedRules(policy: Policy): PlacedRule[] {
  return DIRECTIONS.flatMap(direction => {
    const section = sectionOf(direction);
    const rules = policy[section] ?? [];
    return rules.map((rule, index) => ({ policy, direction, rule, path: ['spec', section, index] }));
  });
}

/** The way to the list of a rule's peers. */
export function peerListOf({ direction, path }: PlacedRule): Path {
  return [...path, direction === Direction.INGRESS ? 'from' : 'to'];
}

/** The way to a peer of a rule that names its peers. */
export function peerPath(placed: PlacedRule, peer: PeerTerm): Path {
  return [...peerListOf(placed), placed.rule.peers.indexOf(peer)];
}
