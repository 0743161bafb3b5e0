import { optional, shape } from '../model/check';
import { DIRECTIONS } from '../model/direction';
import { IPeer } from '../model/peer';
import { Pods } from '../model/pods';
import { DNS_OPTIONS, DnsOptions, dnsOf } from './dns-options';
import { peers } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';
import { admitting, EgressRule, egressRules, IngressRule, ingressRule, outside } from './rules';
import { portsOf, Serving, SERVING } from './serving';

/** One tier of an application: its pods, and the ports at which it serves the tier before it. */
export interface Tier extends Serving {}

/** The tier that serves whoever comes from outside the application. */
export interface FrontendTier extends Tier {
  /** Who may reach it: `Peer.ingressNginx()`, the blocks of a load balancer, `Peer.anywhere()`. */
  readonly from: IPeer[];
}

/** What {@link threeTierApp} takes. */
export interface ThreeTierAppProps extends PolicyProps, DnsOptions {
  readonly frontend: FrontendTier;
  readonly backend: Tier;
  readonly database: Tier;
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

/**
 * Frontend, backend and database: each is reached by the tier before it alone, and reaches the tier behind it alone.
 *
 * Isolates the pods of all three tiers for ingress and egress; both ends of each connection are written, and DNS.
 */
export const threeTierApp = pattern<ThreeTierAppProps>(
  'ThreeTierApp',
  {
    frontend: shape<FrontendTier>({ ...SERVING, from: peers }),
    backend: shape<Tier>(SERVING),
    database: shape<Tier>(SERVING),
    ...DNS_OPTIONS,
    externalApis: optional(egressRules),
    monitoring: optional(ingressRule),
  },
  (props, place) => {
    const [frontend, backend, database] = TIERS.map(tier => tierGroup(tier, props[tier].pods));
    const groups = [frontend, backend, database];
    return {
      groups,
      connections: [
        { from: props.frontend.from, to: frontend, ports: portsOf(props.frontend, 'frontend') },
        { from: frontend, to: backend, ports: portsOf(props.backend, 'backend') },
        { from: backend, to: database, ports: portsOf(props.database, 'database') },
        ...dnsOf(groups, props, place),
        ...outside(backend, props.externalApis, 'externalApis'),
        ...groups.flatMap(group => admitting(group, props.monitoring)),
      ],
    };
  },
);

function tierGroup(tier: (typeof TIERS)[number], selected: Pods): Group {
  return { part: tier, path: `${tier}.pods`, pods: selected, isolates: DIRECTIONS };
}
