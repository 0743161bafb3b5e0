import { AdminPolicy } from '../../model/admin-policy';
import { Cluster } from '../../model/cluster';
import { traitInWords } from '../../model/engine';
import { Policy } from '../../model/policy';
import { adminTrait } from '../../verify/reach/enforcement';
import { claimAbout } from '../claim';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject } from '../lint-subject';

export const notEnforced: LintRule = {
  id: 'not-enforced',
  severity: 'error',
  summary: 'The engine does not enforce policies of a kind that is there.',
  why: 'The API server takes such policies, and nothing is denied by them.',
  fix: 'Use an engine that enforces them, or add one beside it.',
  needsEngine: true,
  check: subject => TRAITS.flatMap(trait => claimOf(trait, subject) ?? []),
};

const TRAITS = ['networkPolicies', 'clusterNetworkPolicies', 'adminNetworkPolicies'] as const;

type Trait = (typeof TRAITS)[number];

/** One claim for all policies of a kind: it is the cluster that is to blame. */
function claimOf(trait: Trait, { engine, cluster }: LintSubject): Claim | undefined {
  const policies = policiesOf(trait, cluster);
  if (engine === undefined || engine[trait] === 'enforced' || policies.length === 0) return undefined;
  const isSure = engine[trait] === 'ignored';
  const count = policies.length === 1 ? 'one policy is' : `${policies.length} policies are`;
  return claimAbout(policies[0], {
    message: `${engine.name} ${traitInWords(engine, trait)}: ${count}${isSure ? '' : ' perhaps'} without effect`,
    severity: isSure ? undefined : 'warning',
  });
}

function policiesOf(trait: Trait, { policies, adminPolicies }: Cluster): readonly (Policy | AdminPolicy)[] {
  return trait === 'networkPolicies' ? policies : adminPolicies.filter(policy => adminTrait(policy) === trait);
}
