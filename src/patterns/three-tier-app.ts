import { Dns } from '../facts/dns';
import { Platform } from '../facts/platform';
import { flag, listOf, optional, Shape, shape } from '../model/check';
import { DIRECTIONS } from '../model/direction';
import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { dns, dnsConnections } from './allow-dns';
import { refuseMetadata } from './external-egress';
import { peers, pods, port, ports } from './fields';
import { EgressRule, IngressRule } from './network-policy';
import { pattern } from './pattern';
import { Connection, Group } from './plan';
import { PolicyProps } from './policy-props';

/** One tier of an application. */
export interface Tier {
  /** Its pods, in the construct's namespace unless they say another. */
  readonly pods: Pods;
  /**
   * The port at which it serves the tier before it.
   *
   * @default - those of `ports`
   */
  readonly port?: Port;
  /**
   * The ports, where there are several.
   *
   * @default - the one of `port`
   */
  readonly ports?: Port[];
}

/** The tier that serves whoever comes from outside the application. */
export interface FrontendTier extends Tier {
  /** Who may reach it: `Peer.ingressNginx()`, the blocks of a load balancer, `Peer.anywhere()`. */
  readonly from: IPeer[];
}

/** What {@link threeTierApp} takes. */
export interface ThreeTierAppProps extends PolicyProps {
  readonly frontend: FrontendTier;
  readonly backend: Tier;
  readonly database: Tier;
  /**
   * Where the cluster answers DNS queries.
   *
   * @default - as the platform does; any Kubernetes: [Dns.kubeDns()]
   */
  readonly dns?: Dns[];
  /**
   * Whether the tiers may not resolve names.
   *
   * @default false
   */
  readonly withoutDns?: boolean;
  /**
   * What the backend may reach outside the application, such as a payment service.
   *
   * @default - nothing
   */
  readonly externalApis?: EgressRule[];
  /**
   * Who may scrape the tiers, and at which ports.
   *
   * @default - nobody
   */
  readonly monitoring?: IngressRule;
}

const TIERS = ['frontend', 'backend', 'database'] as const;

const TIER: Shape<Tier> = { pods, port: optional(port), ports: optional(ports) };

/**
 * Frontend, backend and database: each is reached by the tier before it alone, and reaches the tier behind it alone.
 *
 * Isolates the pods of all three tiers for ingress and egress; both ends of each connection are written, and DNS.
 */
export const threeTierApp = pattern<ThreeTierAppProps>(
  'ThreeTierApp',
  {
    frontend: shape<FrontendTier>({ ...TIER, from: peers }),
    backend: shape<Tier>(TIER),
    database: shape<Tier>(TIER),
    dns,
    withoutDns: optional(flag),
    externalApis: optional(listOf(shape<EgressRule>({ to: peers, ports }), 'leave it out')),
    monitoring: optional(shape<IngressRule>({ from: peers, ports })),
  },
  (props, platform) => {
    const [frontend, backend, database] = TIERS.map(tier => tierGroup(tier, props[tier].pods));
    const groups = [frontend, backend, database];
    return {
      groups,
      connections: [
        { from: props.frontend.from, to: frontend, ports: portsOf('frontend', props.frontend) },
        { from: frontend, to: backend, ports: portsOf('backend', props.backend) },
        { from: backend, to: database, ports: portsOf('database', props.database) },
        ...groups.flatMap(group => dnsOf(group, props, platform)),
        ...externalApisOf(backend, props),
        ...groups.flatMap(group => monitoringOf(group, props)),
      ],
    };
  },
);

function tierGroup(tier: (typeof TIERS)[number], selected: Pods): Group {
  return { part: tier, path: `${tier}.pods`, pods: selected, isolates: DIRECTIONS };
}

function portsOf(name: string, tier: Tier): readonly Port[] {
  if (tier.port !== undefined && tier.ports !== undefined) {
    throw new PolicyError({
      code: 'conflict',
      path: `${name}.ports`,
      value: tier.ports,
      problem: 'port and ports are both given',
      fix: 'put every port into ports',
    });
  }
  const found = tier.ports ?? (tier.port === undefined ? undefined : [tier.port]);
  if (found !== undefined) return found;
  throw new PolicyError({
    code: 'missing',
    path: `${name}.port`,
    problem: 'is missing',
    fix: 'give port or ports; every port is Port.all()',
  });
}

function dnsOf(group: Group, props: ThreeTierAppProps, platform: Platform): Connection[] {
  if (props.withoutDns !== true) return dnsConnections(group, props.dns ?? platform.dns);
  if (props.dns === undefined) return [];
  throw new PolicyError({
    code: 'conflict',
    path: 'dns',
    value: props.dns,
    problem: 'the app is said to be without DNS',
    fix: 'leave out dns or withoutDns',
  });
}

function externalApisOf(backend: Group, { externalApis = [] }: ThreeTierAppProps): Connection[] {
  return externalApis.map((rule, index) => {
    refuseMetadata(rule.to, [], `externalApis[${index}].to`);
    return { from: backend, to: rule.to, ports: rule.ports };
  });
}

function monitoringOf(group: Group, { monitoring }: ThreeTierAppProps): Connection[] {
  return monitoring === undefined ? [] : [{ from: monitoring.from, to: group, ports: monitoring.ports }];
}
