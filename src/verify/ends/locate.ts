import { Cluster, Workload } from '../../model/cluster';
import { Reach } from '../reach/reach';
import { Connection, Participant } from './connection';

/** A connection with the numbers of its ends. */
export interface Located {
  readonly reach: Reach;
  readonly from: number;
  readonly to: number;
}

/** Finds the ends of a connection; pods that could exist are put into the cluster first. */
export function locate(reach: Reach, { from, to }: Connection): Located {
  const known = new Set<Workload>(reach.cluster.workloads);
  const missing = [from, to].filter(({ workload }) => workload !== undefined && !known.has(workload));
  const complete = missing.length === 0 ? reach : Reach.of(withPods(reach.cluster, missing), reach.assumptions);
  return { reach: complete, from: numberOf(from, complete), to: numberOf(to, complete) };
}

function withPods(cluster: Cluster, participants: readonly Participant[]): Cluster {
  const workloads = participants.flatMap(({ workload }) => workload ?? []);
  const namespaces = participants.flatMap(({ workload, namespaceLabels: labels }) =>
    workload === undefined || labels === undefined ? [] : [{ name: workload.namespace, labels }],
  );
  const read = new Set(cluster.namespaces.flatMap(({ name, isOnlyNamed }) => (isOnlyNamed ? [] : [name])));
  return {
    ...cluster,
    workloads: [...cluster.workloads, ...workloads],
    namespaces: [...cluster.namespaces, ...namespaces.filter(({ name }) => !read.has(name))],
  };
}

function numberOf({ name, workload, address }: Participant, { endpoints }: Reach): number {
  if (workload !== undefined) return endpoints.pods.numberOf(workload);
  if (address !== undefined) return endpoints.podCount + endpoints.addresses.classOf(address);
  throw new Error(`${name} is neither a pod nor an address`);
}
