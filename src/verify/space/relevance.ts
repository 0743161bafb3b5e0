import { meetPods } from '../../model/label-space';
import { Pods } from '../../model/pods';
import { PolicyWorld } from '../reach/enforcement';
import { End } from './ends';

/** The part of policies that can be about the ends of a question: what selects nobody there decides nothing. */
export function policiesAbout(
  { from, to }: { from: End; to: End },
  { policies, adminPolicies }: PolicyWorld,
): PolicyWorld {
  const parts = policies.map(policy => {
    const selected = Pods._in(policy.namespace, policy.podSelector);
    const [ingress, egress] = [
      canBe(to, selected) ? policy.ingress : undefined,
      canBe(from, selected) ? policy.egress : undefined,
    ];
    return { ...policy, ingress, egress };
  });
  return {
    policies: parts.filter(({ ingress, egress }) => ingress !== undefined || egress !== undefined),
    adminPolicies: adminPolicies.filter(({ subject }) => canBe(to, subject) || canBe(from, subject)),
  };
}

/** Whether somebody at an end could be one of these pods. */
function canBe({ peer }: End, pods: Pods): boolean {
  return peer instanceof Pods && meetPods(peer, pods);
}
