import { AdminPolicy } from '../../model/admin-policy';
import { Policy } from '../../model/policy';
import { Decision } from './explain';
import { EndExplanation } from './explain-end';

/** The policies that make a connection what it is; none where no policy is about it. */
export function decidingPolicies({ verdict, ends }: Decision): (Policy | AdminPolicy)[] {
  const deciding = verdict === 'allow' ? ends : ends.filter(end => end.verdict === verdict);
  return [...new Set(deciding.flatMap(decidingAt))];
}

function decidingAt({ verdict, admin, rules, isolatedBy }: EndExplanation): readonly (Policy | AdminPolicy)[] {
  const [first, baseline] = (['Admin', 'Baseline'] as const).map(tier =>
    admin.find(({ policy }) => policy.tier === tier),
  );
  if (first !== undefined && first.action !== 'Pass') return [first.policy];
  if (isolatedBy.length === 0) return baseline === undefined ? [] : [baseline.policy];
  return verdict === 'deny' ? isolatedBy : rules.filter(({ allows }) => allows !== 'no').map(({ policy }) => policy);
}
