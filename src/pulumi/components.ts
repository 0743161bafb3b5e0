import { allowDns, AllowDnsProps } from '../patterns/allow-dns';
import { defaultDeny, DefaultDenyProps } from '../patterns/default-deny';
import { externalEgress, ExternalEgressProps } from '../patterns/external-egress';
import { monitoringAccess, MonitoringAccessProps } from '../patterns/monitoring-access';
import { networkPolicy, NetworkPolicyProps } from '../patterns/network-policy';
import { threeTierApp, ThreeTierAppProps } from '../patterns/three-tier-app';
import { componentOf } from './policy-component';
import { Pods } from './vocabulary';

/** Isolates pods: they accept and send only what other policies allow, DNS queries included. */
export class DefaultDeny extends componentOf<DefaultDenyProps>(defaultDeny) {}

/** Lets pods resolve names: egress to the cluster's DNS and, without another policy, nowhere else. */
export class AllowDns extends componentOf<AllowDnsProps>(allowDns) {}

/** Lets pods reach addresses outside the cluster and, without another policy, nowhere else. */
export class ExternalEgress extends componentOf<ExternalEgressProps>(externalEgress) {}

/** Lets Prometheus scrape pods and, without another policy, nobody else reach them. */
export class MonitoringAccess extends componentOf<MonitoringAccessProps>(monitoringAccess) {}

/** Rules of your own, for what no other component says. */
export class NetworkPolicy extends componentOf<NetworkPolicyProps>(networkPolicy) {}

/** Frontend, backend and database: each is reached by the tier before it alone, and reaches the tier behind it alone. */
export class ThreeTierApp extends componentOf<ThreeTierAppProps>(threeTierApp) {
  /** The pods of the frontend, to name them in other components. */
  readonly frontend: Pods = this.podsOf(0);
  /** The pods of the backend. */
  readonly backend: Pods = this.podsOf(1);
  /** The pods of the database. */
  readonly database: Pods = this.podsOf(2);
}
