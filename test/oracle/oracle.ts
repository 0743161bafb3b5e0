import { Cluster, Connection, Pod } from './cluster';
import { Doubts } from './doubts';
import { NetworkPolicy, NetworkPolicySpec } from './manifest';
import { allows, Rule } from './rule';
import { selects } from './selector';

/** Ingress is judged at the destination of a connection, egress at its source. */
export type Direction = 'Ingress' | 'Egress';

/**
 * Says what NetworkPolicies allow, one connection at a time, from the API's text alone.
 *
 * It is slow and plain on purpose, and shares no code with what it judges.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 * @see https://github.com/kubernetes/api/blob/master/networking/v1/types.go
 */
export class Oracle {
  constructor(
    private readonly cluster: Pick<Cluster, 'namespaces'>,
    private readonly policies: readonly NetworkPolicy[],
    private readonly doubts?: Doubts,
  ) {}

  /** Whether both ends let a connection pass; a pod always reaches itself. */
  isAllowed(connection: Connection): boolean {
    const { from, to } = connection;
    const isLoop = from.pod !== undefined && from.pod === to.pod;
    return isLoop || (this.isAllowedAt('Egress', connection) && this.isAllowedAt('Ingress', connection));
  }

  /** Whether one end lets a connection pass: anyone's word is enough there, and nobody has to ask where none isolates. */
  isAllowedAt(direction: Direction, connection: Connection): boolean {
    const { pod } = direction === 'Egress' ? connection.from : connection.to;
    if (pod === undefined) return true;
    const policies = this.policiesOf(pod, direction);
    if (policies.length === 0 || policies.some(policy => this.allows(policy, direction, connection))) return true;
    if (pod.hostNetwork && this.doubts?.isSeen(pod, 'subject') === false) return true;
    return direction === 'Ingress' && this.doubts?.isOwnNode(connection) === true;
  }

  /** Whether a policy of this direction selects the pod. */
  isIsolated(pod: Pod, direction: Direction): boolean {
    return this.policiesOf(pod, direction).length > 0;
  }

  private policiesOf(pod: Pod, direction: Direction): NetworkPolicy[] {
    return this.policies.filter(
      policy =>
        this.doubts?.isInForce?.(portsOf(policy.spec ?? {})) !== false &&
        namespaceOf(policy) === pod.namespace &&
        policyTypesOf(policy.spec ?? {}).includes(direction) &&
        selects(policy.spec?.podSelector ?? {}, pod.labels),
    );
  }

  private allows(policy: NetworkPolicy, direction: Direction, connection: Connection): boolean {
    const other = direction === 'Egress' ? connection.to : connection.from;
    const around = { policyNamespace: namespaceOf(policy), namespaces: this.cluster.namespaces, doubts: this.doubts };
    return rulesOf(policy.spec ?? {}, direction).some(rule => allows(rule, { connection, other }, around));
  }
}

function namespaceOf({ metadata }: NetworkPolicy): string {
  return metadata?.namespace ?? 'default';
}

/** The API server's default: ingress always, egress where there are rules for it. */
function policyTypesOf({ policyTypes, egress }: NetworkPolicySpec): readonly string[] {
  if (policyTypes && policyTypes.length > 0) return policyTypes;
  return egress && egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function portsOf(spec: NetworkPolicySpec): Rule['ports'] {
  const directions = (['Ingress', 'Egress'] as const).filter(direction => policyTypesOf(spec).includes(direction));
  return directions.flatMap(direction => rulesOf(spec, direction)).flatMap(({ ports }) => ports);
}

function rulesOf({ ingress, egress }: NetworkPolicySpec, direction: Direction): Rule[] {
  return direction === 'Ingress'
    ? (ingress ?? []).map(rule => ({ peers: rule?.from ?? [], ports: rule?.ports ?? [] }))
    : (egress ?? []).map(rule => ({ peers: rule?.to ?? [], ports: rule?.ports ?? [] }));
}
