import { Assumptions } from '../../src/model/assumptions';
import { Cidr } from '../../src/model/cidr';
import { Cluster, Workload } from '../../src/model/cluster';
import { EngineTraits } from '../../src/model/engine';
import { Protocol } from '../../src/model/protocol';
import { Reach } from '../../src/verify/reach/reach';
import { Connection, Endpoint } from '../oracle/cluster';
import { ClusterOracle } from '../oracle/cluster-oracle';
import { Choose, outcomes } from '../oracle/doubts';
import { EngineFacts } from '../oracle/engine-facts';
import { OpenFacts } from '../oracle/open-facts';
import { addressOf, clusterOf, PodSketch, protocolOf } from './model-of';
import { ADDRESSES, PROBES } from './pools';
import { Pick, PlannedCluster } from './sketches';

export type Verdict = 'allow' | 'deny' | 'unknown';

/** What a reach says of a connection between two of its endpoints. */
export function verdictIn(
  reach: Reach,
  [from, to]: readonly [number, number],
  { protocol, port }: { readonly protocol: Protocol; readonly port: number },
): Verdict {
  const { allowed, unknown } = reach.between(from, to);
  if (reach.portSets.has(allowed, protocol, port)) return 'allow';
  return reach.portSets.has(unknown, protocol, port) ? 'unknown' : 'deny';
}

/** What the verifier is told beside the sketch. */
export interface Told {
  /** The API alone where left out. */
  readonly engine?: EngineTraits;
  /** The cluster as it was read; as it is, where left out. */
  readonly cluster?: Cluster;
}

/** Asks the oracle and the verifier the same questions about one cluster. */
export class Judge {
  readonly cluster: Cluster;
  readonly assumptions: Assumptions;
  readonly reach: Reach;
  /** Every pod, a second pod of each controller, and an address in each part of the address space. */
  readonly ends: readonly Endpoint[];
  private readonly workloads = new Map<Endpoint, Workload>();
  private readonly engine?: EngineTraits;

  constructor(
    private readonly sketch: PlannedCluster,
    { engine, cluster = clusterOf(sketch) }: Told = {},
  ) {
    this.engine = engine;
    this.cluster = cluster;
    this.assumptions = { podCidrs: sketch.plan.map(block => Cidr.of(block)), engine };
    this.reach = Reach.of(this.cluster, this.assumptions);
    const named = new Map(this.cluster.workloads.map(workload => [workload.name, workload]));
    const pods = sketch.pods.flatMap(pod => this.endsOf(pod, named.get(pod.name) as Workload));
    this.ends = [...pods, ...ADDRESSES.map(ip => ({ ip }))];
  }

  /** The connections that are picked, but for those from outside to outside, or of one of a controller's pods to itself. */
  connectionsOf(picks: readonly Pick[]): Connection[] {
    const { ends } = this;
    const all = picks.map(([from, to, probe]) => ({
      from: ends[from % ends.length],
      to: ends[to % ends.length],
      ...PROBES[probe % PROBES.length],
    }));
    return all.filter(({ from, to }) =>
      from === to ? this.workloadAt(from)?.kind === 'Pod' : from.pod !== undefined || to.pod !== undefined,
    );
  }

  /** The workload at an end; undefined for an address. */
  workloadAt(end: Endpoint): Workload | undefined {
    return this.workloads.get(end);
  }

  /** The number of an end in the reach. */
  numberOf(end: Endpoint, { endpoints }: Reach = this.reach): number {
    const workload = this.workloadAt(end);
    return workload === undefined
      ? endpoints.podCount + endpoints.addresses.classOf(addressOf(end.ip))
      : endpoints.pods.numberOf(workload);
  }

  /** What the reach says of a connection; to itself, a pod need not ask. */
  verdictOfReach({ from, to, protocol, port }: Connection): Verdict {
    if (from === to) return 'allow';
    return verdictIn(this.reach, [this.numberOf(from), this.numberOf(to)], { protocol: protocolOf(protocol), port });
  }

  /** What the oracle says, whichever way everything that is left open turns out. */
  verdictOfOracle(connection: Connection): Verdict {
    return this.judge(connection, question => question);
  }

  /** The same where each rule may take an open question in its own way. */
  verdictRuleByRule(connection: Connection): Verdict {
    return this.judge(connection, (question, number) => `${number} ${question}`);
  }

  private judge(connection: Connection, naming: (question: string, number: number) => string): Verdict {
    const { sketch } = this;
    const found = outcomes(choose => {
      let asked = 0;
      const named = (question: string) => choose(naming(question, asked++));
      return new ClusterOracle(sketch, sketch, { doubts: this.factsFor(named), choose: named }).isAllowed(connection);
    });
    if (found.size > 1) return 'unknown';
    return found.has(true) ? 'allow' : 'deny';
  }

  private factsFor(choose: Choose): OpenFacts {
    const { plan, pods } = this.sketch;
    return this.engine ? new EngineFacts({ plan, choose }, this.engine, pods) : new OpenFacts(plan, choose);
  }

  private endsOf(pod: PodSketch, workload: Workload): Endpoint[] {
    const ends = pod.kind === 'Pod' ? [pod] : [pod, { ...pod, name: `${pod.name}-sibling` }];
    return ends.map(each => {
      const end = { ip: '', pod: each };
      this.workloads.set(end, workload);
      return end;
    });
  }
}
