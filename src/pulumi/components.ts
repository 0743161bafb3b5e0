import { allow, AllowProps } from '../patterns/allow';
import { allowAll, AllowAllProps } from '../patterns/allow-all';
import { allowDns, AllowDnsProps } from '../patterns/allow-dns';
import { allowFrom, AllowFromProps } from '../patterns/allow-from';
import { allowTo, AllowToProps } from '../patterns/allow-to';
import { apiServerAccess, ApiServerAccessProps } from '../patterns/api-server-access';
import { blockMetadata, BlockMetadataProps } from '../patterns/block-metadata';
import { clusterEgress, ClusterEgressProps } from '../patterns/cluster-egress';
import { databaseAccess, DatabaseAccessProps } from '../patterns/database-access';
import { defaultDeny, DefaultDenyProps } from '../patterns/default-deny';
import { externalEgress, ExternalEgressProps } from '../patterns/external-egress';
import { microservices, MicroservicesProps } from '../patterns/microservices';
import { monitoringAccess, MonitoringAccessProps } from '../patterns/monitoring-access';
import { namespaceIsolation, NamespaceIsolationProps } from '../patterns/namespace-isolation';
import { networkPolicy, NetworkPolicyProps } from '../patterns/network-policy';
import { protectSystemServices, ProtectSystemServicesProps } from '../patterns/protect-system-services';
import { publicService, PublicServiceProps } from '../patterns/public-service';
import { telemetryAccess, TelemetryAccessProps } from '../patterns/telemetry-access';
import { threeTierApp, ThreeTierAppProps } from '../patterns/three-tier-app';
import { webhookAccess, WebhookAccessProps } from '../patterns/webhook-access';
import { Pods } from './outputs/vocabulary';
import { componentOf } from './policy-component';

/** Opens pods to everyone and everything, whatever other policies say. For development. */
export class AllowAll extends componentOf<AllowAllProps>(allowAll) {}

/** Lets pods resolve names: egress to the cluster's DNS and, without another policy, nowhere else. */
export class AllowDns extends componentOf<AllowDnsProps>(allowDns) {}

/** Lets others reach pods and, without another policy, nobody else. */
export class AllowFrom extends componentOf<AllowFromProps>(allowFrom) {}

/** Lets pods reach others and, without another policy, nobody else. */
export class AllowTo extends componentOf<AllowToProps>(allowTo) {}

/** Lets pods of yours connect to other pods of yours; both ends are written, each in its own namespace. */
export class Allow extends componentOf<AllowProps>(allow) {}

/** Lets pods call the API server and, without another policy, nobody else. */
export class ApiServerAccess extends componentOf<ApiServerAccessProps>(apiServerAccess) {}

/** Lets pods reach everything but the addresses at which clouds hand out instance data and credentials. */
export class BlockMetadata extends componentOf<BlockMetadataProps>(blockMetadata) {}

/** Lets pods reach every pod of the cluster, and of what is outside nothing, or the public internet. */
export class ClusterEgress extends componentOf<ClusterEgressProps>(clusterEgress) {}

/** A database that only those reach who are named; its own pods reach each other and DNS and, without another policy, nothing else. */
export class DatabaseAccess extends componentOf<DatabaseAccessProps>(databaseAccess) {}

/** Isolates pods: they accept and send only what other policies allow, DNS queries included. */
export class DefaultDeny extends componentOf<DefaultDenyProps>(defaultDeny) {}

/** Lets pods reach addresses outside the cluster and, without another policy, nowhere else. */
export class ExternalEgress extends componentOf<ExternalEgressProps>(externalEgress) {}

/** An application as the graph of its calls: each service reaches those that it calls, and is reached by those that call it. */
export class Microservices extends componentOf<MicroservicesProps>(microservices) {}

/** Lets Prometheus scrape pods and, without another policy, nobody else reach them. */
export class MonitoringAccess extends componentOf<MonitoringAccessProps>(monitoringAccess) {}

/** Lets the pods of a namespace talk to each other and DNS and, without another policy, to nobody else. */
export class NamespaceIsolation extends componentOf<NamespaceIsolationProps>(namespaceIsolation) {}

/** Rules of your own, for what no other construct says. */
export class NetworkPolicy extends componentOf<NetworkPolicyProps>(networkPolicy) {}

/** A namespace of system services: everyone reaches its DNS pods; apart from that, its pods are reached by each other alone. */
export class ProtectSystemServices extends componentOf<ProtectSystemServicesProps>(protectSystemServices) {}

/** Pods that serve whoever is outside the cluster and, without another policy, nobody else. */
export class PublicService extends componentOf<PublicServiceProps>(publicService) {}

/** Lets pods send traces, logs and metrics to collectors and, without another policy, nothing else to nobody else. */
export class TelemetryAccess extends componentOf<TelemetryAccessProps>(telemetryAccess) {}

/** Frontend, backend and database: each is reached by the tier before it alone, and reaches the tier behind it alone. */
export class ThreeTierApp extends componentOf<ThreeTierAppProps>(threeTierApp) {
  /** The pods of the frontend, to name them in other components. */
  readonly frontend: Pods = this.podsOf(0);
  /** The pods of the backend. */
  readonly backend: Pods = this.podsOf(1);
  /** The pods of the database. */
  readonly database: Pods = this.podsOf(2);
}

/** Lets the API server call pods: admission and conversion webhooks, aggregated APIs. */
export class WebhookAccess extends componentOf<WebhookAccessProps>(webhookAccess) {}
