import * as k8s from '@pulumi/kubernetes';
import { Output } from '@pulumi/pulumi';
import {
  AllowDns,
  DefaultDeny,
  describeGuarantee,
  ExternalEgress,
  LabelExpression,
  MonitoringAccess,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
} from 'netpol/pulumi';

type Tiers = Readonly<Record<'frontend' | 'backend' | 'database', k8s.apps.v1.Deployment>>;

/** Who may reach whom in the shop, in words; nothing else may. */
export function policies(namespace: string, { frontend, backend, database }: Tiers): Output<string> {
  const clients = Pods.labeled({ app: 'shop' }, LabelExpression.in('tier', ['frontend', 'backend']));

  const deny = new DefaultDeny('default-deny', { namespace });
  const shop = new ThreeTierApp('shop', {
    namespace,
    frontend: { pods: frontend, port: Port.tcp(3000), from: [Peer.ingressNginx()] },
    backend: { pods: backend, port: Port.tcp(8080) },
    database: { pods: database, port: Port.postgres() },
    withoutDns: true, // The database asks for no names; the others are below.
  });
  const dns = new AllowDns('dns', { namespace, pods: clients });
  const payments = new ExternalEgress('payments', {
    namespace,
    pods: shop.backend,
    to: [Peer.internet()],
    ports: [Port.https()],
    description: 'Card payments. The provider publishes no fixed addresses.',
    owner: 'payments team',
    lastReviewed: '2026-11-02',
  });
  const metrics = new MonitoringAccess('metrics', { namespace, pods: clients, ports: [Port.tcp(9090)] });
  const exporter = new MonitoringAccess('exporter', { namespace, pods: shop.database, ports: [Port.tcp(9187)] });

  return describeGuarantee(...[deny, shop, dns, payments, metrics, exporter].map(each => each.guarantee));
}
