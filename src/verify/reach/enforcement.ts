import { AdminPolicy } from '../../model/admin-policy';
import { Direction, sectionOf } from '../../model/direction';
import { Enforcement, EngineTraits } from '../../model/engine';
import { Pods } from '../../model/pods';
import { Policy } from '../../model/policy';

/** Policies of every kind. */
export interface PolicyWorld {
  readonly policies: readonly Policy[];
  readonly adminPolicies: readonly AdminPolicy[];
}

/** The same without the policies that an engine is sure not to put into force. */
export function enforcedBy<W extends PolicyWorld>(engine: EngineTraits | undefined, world: W): W {
  if (engine === undefined) return world;
  return {
    ...world,
    policies: world.policies.filter(policy => isEnforced(engine, policy)),
    adminPolicies: world.adminPolicies.filter(policy => adminEnforcement(engine, policy) !== 'ignored'),
  };
}

/** Whether an engine puts a NetworkPolicy into force. */
export function isEnforced(engine: EngineTraits | undefined, policy: Policy): boolean {
  if (engine === undefined) return true;
  return engine.networkPolicies === 'enforced' && (engine.namedPorts !== 'policy-not-applied' || !namesPorts(policy));
}

/** The pods that policies isolate for a direction: those that each of them selects. */
export function podsIsolatedBy(policies: readonly Policy[], direction: Direction): Pods[] {
  const isolating = policies.filter(policy => policy[sectionOf(direction)] !== undefined);
  return isolating.map(({ podSelector, namespace }) => Pods._in(namespace, podSelector));
}

/** Whether an engine puts an administrator's policy into force. */
export function adminEnforcement(engine: EngineTraits | undefined, policy: AdminPolicy): Enforcement {
  return engine === undefined ? 'enforced' : engine[adminTrait(policy)];
}

/** The trait that says whether policies of this one's kind are enforced. */
export function adminTrait({ kind }: AdminPolicy): 'clusterNetworkPolicies' | 'adminNetworkPolicies' {
  return kind === 'ClusterNetworkPolicy' ? 'clusterNetworkPolicies' : 'adminNetworkPolicies';
}

function namesPorts({ ingress = [], egress = [] }: Policy): boolean {
  return [...ingress, ...egress].some(({ ports }) => ports.some(({ name }) => name !== undefined));
}
