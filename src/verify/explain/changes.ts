import { AdminPolicy } from '../../model/admin-policy';
import { Cluster, Workload } from '../../model/cluster';
import { Direction } from '../../model/direction';
import { formatIp } from '../../model/ip-address';
import { IpBlock } from '../../model/ip-block';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Policy } from '../../model/policy';
import { Port } from '../../model/port';
import { Participant } from '../ends/connection';
import { Reach } from '../reach/reach';

/** A change to the policies of a cluster. */
export type Change =
  | {
      readonly kind: 'add-rule';
      readonly policy: Policy;
      readonly direction: Direction;
      readonly peer: PeerTerm;
      readonly port: Port;
    }
  | {
      readonly kind: 'remove-rule';
      readonly policy: Policy | AdminPolicy;
      readonly direction: Direction;
      /** Index among the policy's rules of that direction. */
      readonly rule: number;
    }
  | { readonly kind: 'isolate'; readonly pods: Pods; readonly direction: Direction };

/** A peer that is sure to stand for a participant; undefined where only its address would be, which is not known, or several blocks. */
export function peerFor(participant: Participant, { cluster, assumptions }: Reach): PeerTerm | undefined {
  const { workload, address, blocks } = participant;
  if (blocks !== undefined) return blocks.cidrs.length === 1 ? IpBlock._of(blocks.cidrs[0], []) : undefined;
  if (workload === undefined) return IpBlock._host(address === undefined ? '' : formatIp(address));
  if (!workload.hostNetwork) return podsFor(workload, cluster);
  const [only, ...others] = workload.addresses;
  const isCovered = only !== undefined && others.length === 0 && assumptions.engine?.blocksCoverPods !== 'never';
  return isCovered ? IpBlock._host(formatIp(only)) : undefined;
}

/** The pods of a workload, as a policy of another namespace would name them. */
export function podsFor(workload: Workload, { workloads }: Cluster): Pods {
  const rivals = workloads.filter(other => other.namespace === workload.namespace && other !== workload);
  return selecting(
    workload.labels,
    rivals.map(({ labels }) => labels),
  ).inNamespace(workload.namespace);
}

/** Pods by the first label that no other workload of the namespace has, or by all labels. */
function selecting(
  labels: Readonly<Record<string, string>>,
  rivals: readonly Readonly<Record<string, string>>[],
): Pods {
  const own = Object.entries(labels).find(([key, value]) => rivals.every(other => other[key] !== value));
  if (own !== undefined) return Pods.labeled({ [own[0]]: own[1] });
  return Object.keys(labels).length === 0 ? Pods.all() : Pods.labeled(labels);
}
