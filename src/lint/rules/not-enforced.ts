import { AdminPolicy } from '../../model/admin-policy';
import { EngineTraits } from '../../model/engine';
import { adminEnforcement } from '../../verify/enforcement';
import { claimAbout, claimAboutAdmin } from '../claim';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject } from '../lint-subject';

export const notEnforced: LintRule = {
  id: 'not-enforced',
  severity: 'error',
  summary: 'The engine does not enforce policies of a kind that is there.',
  why: 'The API server takes such policies, and nothing is denied by them.',
  fix: 'Use an engine that enforces them, or add one beside it.',
  needsEngine: true,
  check: subject =>
    subject.engine === undefined
      ? []
      : [...ofNetworkPolicies(subject.engine, subject), ...ofAdmins(subject.engine, subject)],
};

/** One finding for all of them: it is the cluster that is to blame. */
function ofNetworkPolicies({ name, networkPolicies }: EngineTraits, { cluster: { policies } }: LintSubject): Claim[] {
  if (policies.length === 0 || networkPolicies === 'enforced') return [];
  return [
    claimAbout(policies[0], { message: `${name} enforces no NetworkPolicies: ${countOf(policies)} without effect` }),
  ];
}

function ofAdmins(engine: EngineTraits, { cluster: { adminPolicies } }: LintSubject): Claim[] {
  const kinds = [...new Set(adminPolicies.map(({ kind }) => kind))];
  return kinds.flatMap(kind =>
    ofKind(
      engine,
      adminPolicies.filter(policy => policy.kind === kind),
    ),
  );
}

function ofKind(engine: EngineTraits, policies: readonly AdminPolicy[]): Claim[] {
  const [first] = policies;
  const { kind } = first;
  switch (adminEnforcement(engine, first)) {
    case 'enforced':
      return [];
    case 'ignored':
      return [
        claimAboutAdmin(first, { message: `${engine.name} enforces no ${kind}: ${countOf(policies)} without effect` }),
      ];
    case 'unknown':
      return [
        claimAboutAdmin(first, {
          message: `${engine.name} enforces ${kind} in some versions or settings only`,
          severity: 'warning',
        }),
      ];
  }
}

function countOf({ length }: readonly unknown[]): string {
  return length === 1 ? 'one policy is' : `${length} policies are`;
}
