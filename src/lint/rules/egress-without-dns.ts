import { Workload } from '../../model/cluster';
import { Direction } from '../../model/direction';
import { Policy } from '../../model/policy';
import { Port } from '../../model/port';
import { Protocol } from '../../model/protocol';
import { claimAbout, podsInWords } from '../claim';
import { Deciding, DNS_PORTS, mayAllow, mayBeAllowed } from '../dns';
import { Claim, LintRule } from '../lint-rule';
import { LintSubject } from '../lint-subject';

export const egressWithoutDns: LintRule = {
  id: 'egress-without-dns',
  severity: 'warning',
  summary: 'Pods are isolated for egress, and nothing lets them ask a DNS server.',
  why: 'They cannot resolve names, so connections by name fail, allowed or not.',
  fix: 'Allow UDP and TCP 53 to the DNS pods, 5353 on OpenShift: the AllowDns construct, or a rule of your own.',
  check: subject => [...byNamespace(subject).values()].flatMap(pods => claimOf(pods) ?? []),
};

/** Pods of a namespace that are isolated for egress and cannot ask a DNS server. */
interface Speechless {
  /** The first of the policies that isolate them. */
  readonly policy: Policy;
  /** They may send something else. */
  readonly some: Workload[];
  /** They may send nothing. */
  readonly none: Workload[];
  /** How many pods the namespace has. */
  readonly total: number;
}

/** Pods that may send nothing at all need no DNS, unless the whole namespace is so: then it is forgotten. */
function claimOf({ policy, some, none, total }: Speechless): Claim | undefined {
  if (some.length > 0) {
    const message = `${podsInWords(some)} may send to others, and cannot resolve names: nothing allows UDP 53 or 5353`;
    return claimAbout(policy, { message });
  }
  if (none.length < total) return undefined;
  const message = `no pod of namespace ${policy.namespace} may send anything, questions to a DNS server included`;
  return claimAbout(policy, { message, severity: 'info' });
}

function byNamespace(subject: LintSubject): Map<string, Speechless> {
  const found = new Map<string, Speechless>();
  const { reach } = subject;
  for (const { endpoint, pods, policies } of subject.podGroups(Direction.EGRESS)) {
    const [policy] = policies;
    const deciding = { policies, admin: reach.adminPoliciesOf(endpoint, Direction.EGRESS) };
    if (policy === undefined || needsNoName(deciding, subject) || canResolve(deciding, subject)) continue;
    const { namespace } = policy;
    const speechless = found.get(namespace) ?? { policy, some: [], none: [], total: subject.podsIn(namespace).length };
    found.set(namespace, speechless);
    // A rule for pods that were not read grants nothing here.
    const hasRule = policies.some(({ egress = [] }) => egress.length > 0);
    const isSilent = !hasRule && reach.access(endpoint, Direction.EGRESS).grants.length === 0;
    const list = isSilent ? speechless.none : speechless.some;
    for (const pod of pods) list.push(pod);
  }
  return found;
}

/** Where the API server listens, unless a cloud has it on 443. */
const API_SERVER = [Port.tcp(6443)];

/** Whether the API server is all that pods may reach: they find it by its address, in KUBERNETES_SERVICE_HOST. */
function needsNoName(deciding: Deciding, { reach: { portSets } }: LintSubject): boolean {
  const ports = mayBeAllowed(deciding);
  return (
    ports.length > 0 && ports.every(({ name }) => name === undefined) && portSets.of(ports) === portSets.of(API_SERVER)
  );
}

function canResolve(deciding: Deciding, subject: LintSubject): boolean {
  return DNS_PORTS.some(port => mayAllow(deciding, { protocol: Protocol.UDP, port }, subject));
}
