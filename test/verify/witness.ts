import { Cidr } from '../../src/model/cidr';
import { Reach } from '../../src/verify/reach/reach';
import { Witness, WitnessEnd } from '../../src/verify/space/witness';
import { Endpoint, Labels } from '../oracle/cluster';
import { Policies } from '../oracle/cluster-oracle';
import { Verdict, verdictIn } from './judge';
import { addressOf, clusterOf, protocolOf } from './model-of';
import { Situation } from './universe';

/** A witness as the oracle reads it. @throws where one namespace would have to have two sets of labels */
export function situationOf({ from, to, protocol, port, portNames }: Witness): Situation {
  const namespaces: Record<string, Labels> = {};
  const endOf = (end: WitnessEnd, name: string): Endpoint => {
    if ('address' in end) return { ip: end.address };
    const { namespace, namespaceLabels, labels } = end;
    expect(namespaces[namespace] ?? namespaceLabels).toEqual(namespaceLabels);
    namespaces[namespace] = namespaceLabels;
    const ports = name === 'to' ? portNames.map(each => ({ name: each, protocol, port })) : [];
    return { ip: '', pod: { namespace, name, labels, ips: [], ports } };
  };
  return { connection: { from: endOf(from, 'from'), to: endOf(to, 'to'), protocol, port }, namespaces };
}

/** What a reach says of a situation, built of nothing else. */
export function verdictOfReach(
  { connection: { from, to, protocol, port }, namespaces }: Situation,
  { policies, clusterPolicies, plan }: Policies & { readonly plan: readonly string[] },
): Verdict {
  const pods = [from, to].flatMap(({ pod }) => (pod ? [{ ...pod, kind: 'Pod' }] : []));
  const cluster = clusterOf({ namespaces, pods, policies, clusterPolicies });
  const reach = Reach.of(cluster, { podCidrs: plan.map(block => Cidr.of(block)) });
  const { endpoints } = reach;
  const numberOf = ({ ip, pod }: Endpoint) => {
    const workload = pod && cluster.workloads.find(({ name }) => name === pod.name);
    if (workload !== undefined) return endpoints.pods.numberOf(workload);
    return endpoints.podCount + endpoints.addresses.classOf(addressOf(ip));
  };
  return verdictIn(reach, [numberOf(from), numberOf(to)], { protocol: protocolOf(protocol), port });
}
