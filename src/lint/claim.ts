import { AdminPolicy } from '../model/admin-policy';
import { Workload } from '../model/cluster';
import { Policy } from '../model/policy';
import { nameOf } from '../verify/ends/find-endpoint';
import { Claim } from './lint-rule';

/** A claim about a policy of any kind. */
export function claimAbout(policy: Policy | AdminPolicy, claim: Omit<Claim, 'object' | 'origin'>): Claim {
  return { object: objectOf(policy), origin: policy.origin, ...claim };
}

function objectOf(policy: Policy | AdminPolicy): string {
  return 'tier' in policy ? `${policy.kind}/${policy.name}` : `NetworkPolicy/${policy.namespace}/${policy.name}`;
}

/** How many names a message lists. */
const LISTED = 3;

/** `shop/frontend, shop/backend`; `a, b, c and 4 more`. */
export function podsInWords(pods: readonly Workload[]): string {
  return someOf(pods.slice(0, LISTED).map(nameOf), pods.length);
}

/** The first of some words, and how many more there are. */
export function someOf(words: readonly string[], count = words.length): string {
  const listed = words.slice(0, LISTED);
  return count > listed.length ? `${listed.join(', ')} and ${count - listed.length} more` : listed.join(', ');
}
