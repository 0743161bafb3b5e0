/** How large a cluster is. */
export interface Shape {
  readonly namespaces: number;
  readonly pods: number;
  readonly policies: number;
  /** From how many different blocks inside the cluster, and as many outside, rules draw: at most 65,536. @default 64 */
  readonly blocks?: number;
  /** How many policies of administrators are about every pod. @default 0 */
  readonly adminPolicies?: number;
}

const TEAMS = 30;
const TIERS = ['web', 'api', 'db'];
const ENVS = ['prod', 'staging', 'dev'];
const PORTS = [80, 443, 5432, 6379, 8080, 9090];

/**
 * Objects of a cluster as the issue draws it: ten pods a namespace with 3-5 labels; per namespace one default deny, one
 * DNS policy, the rest one or two rules of one peer each. Of the peers half are pods of the namespace, a quarter pods of
 * a team's namespaces, a tenth namespaces by expression (two thirds of all pods), the rest blocks. Nine rules in ten
 * have a port out of six.
 */
export function syntheticObjects({ namespaces, pods, policies, blocks, adminPolicies = 0 }: Shape): object[] {
  const draw = lots(blocks);
  const share = (total: number, index: number) =>
    Math.floor(((index + 1) * total) / namespaces) - Math.floor((index * total) / namespaces);
  const admin = Array.from({ length: adminPolicies }, (_, number) => adminPolicyObject(number));
  const own = Array.from({ length: namespaces }, (_, index) => [
    namespaceObject(index),
    ...Array.from({ length: share(pods, index) }, (__, number) => podObject(index, number)),
    ...Array.from({ length: share(policies, index) }, (__, number) => policyObject(index, number, draw)),
  ]);
  return [...own.flat(), ...admin];
}

/** Another policy in the place of one with rules, in the first namespace. */
export function otherPolicy(kind: number): object {
  return policyObject(0, 2 + (kind % 8), lots(undefined, kind + 7));
}

/** What a rule may draw. */
interface Lots {
  readonly blocks: number;
  readonly random: (below: number) => number;
}

/** Always the same numbers, so that every run has the same objects. */
function lots(blocks = 64, seed = 1): Lots {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  return { blocks, random };
}

function namespaceObject(index: number): object {
  const labels = { team: `t${index % TEAMS}`, env: ENVS[index % ENVS.length] };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ns-${index}`, labels } };
}

function podObject(index: number, number: number): object {
  const ip = [10, (index >> 8) & 255, index & 255, number + 1].join('.');
  const labels = {
    app: `app-${number}`,
    tier: TIERS[number % TIERS.length],
    version: `v${number % 2}`,
    ...(number % 3 > 0 && { team: `t${index % TEAMS}` }),
    ...(number % 3 > 1 && { metrics: 'yes' }),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `app-${number}`, namespace: `ns-${index}`, labels },
    spec: { containers: [{ name: 'app', ports: [{ name: 'http', containerPort: 8080 }] }] },
    status: { phase: 'Running', podIPs: [{ ip }] },
  };
}

function policyObject(index: number, number: number, draw: Lots): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${number}`, namespace: `ns-${index}` },
    spec: policySpec(number, draw),
  };
}

/** One port of a team is denied to everyone, both ways. */
function adminPolicyObject(number: number): object {
  const rule = { action: 'Deny', protocols: [{ tcp: { destinationPort: { number: 9000 + number } } }] };
  const peers = [{ namespaces: { matchLabels: { team: `t${number % TEAMS}` } } }];
  return {
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    kind: 'ClusterNetworkPolicy',
    metadata: { name: `admin-${number}` },
    spec: {
      tier: 'Admin',
      priority: number,
      subject: { namespaces: {} },
      ingress: [{ ...rule, from: peers }],
      egress: [{ ...rule, to: peers }],
    },
  };
}

function policySpec(number: number, draw: Lots): object {
  if (number === 0) return { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
  if (number === 1) return { podSelector: {}, policyTypes: ['Egress'], egress: [DNS] };
  const podSelector = { matchLabels: { app: `app-${number % 10}` } };
  const rules = Array.from({ length: 1 + draw.random(2) }, () => ({ peer: peer(draw), ports: ports(draw) }));
  return draw.random(2) === 0
    ? { podSelector, policyTypes: ['Ingress'], ingress: rules.map(rule => ({ from: [rule.peer], ...rule.ports })) }
    : { podSelector, policyTypes: ['Egress'], egress: rules.map(rule => ({ to: [rule.peer], ...rule.ports })) };
}

const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ns-0' } },
      podSelector: { matchLabels: { app: 'app-0' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

function ports({ random }: Lots): object {
  return random(10) > 0 ? { ports: [{ port: PORTS[random(PORTS.length)], protocol: 'TCP' }] } : {};
}

function peer({ random, blocks }: Lots): object {
  const kind = random(20);
  if (kind < 10) return { podSelector: { matchLabels: { app: `app-${random(10)}` } } };
  if (kind < 15) {
    const namespaceSelector = { matchLabels: { team: `t${random(TEAMS)}` } };
    return { namespaceSelector, podSelector: { matchLabels: { tier: TIERS[random(TIERS.length)] } } };
  }
  if (kind < 17) {
    const leftOut = random(ENVS.length);
    const values = ENVS.filter((_, index) => index !== leftOut);
    return { namespaceSelector: { matchExpressions: [{ key: 'env', operator: 'In', values }] } };
  }
  const block = random(blocks);
  const [high, low] = [block >> 8, block & 255];
  return random(2) === 0
    ? { ipBlock: { cidr: `10.${low}.0.0/16`, except: [`10.${low}.${high ^ low}.0/24`] } }
    : { ipBlock: { cidr: `203.${high}.${low}.0/24` } };
}
