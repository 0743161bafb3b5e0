import { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import {
  AllowDns,
  DefaultDeny,
  ExternalEgress,
  LabelExpression,
  MonitoringAccess,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
} from '../../src/pulumi';

/** What tells one version of the program from another. */
export interface ShopProps {
  readonly namespace: Input<string>;
  /** Of the backend, 8080 if it is left out. */
  readonly port?: number;
  /** Name of the component for payments, and how the engine comes to know that it was called otherwise. */
  readonly payments?: { readonly name: string; readonly opts: ComponentResourceOptions };
}

/** The policies of examples/three-tier as a Pulumi program. */
export function shopProgram({ namespace, port = 8080, payments = { name: 'payments', opts: {} } }: ShopProps): void {
  const tier = (name: string) => Pods.labeled({ app: 'shop', tier: name });
  const clients = Pods.labeled({ app: 'shop' }, LabelExpression.in('tier', ['frontend', 'backend']));
  new DefaultDeny('default-deny', { namespace });
  const shop = new ThreeTierApp('shop', {
    namespace,
    frontend: { pods: tier('frontend'), port: Port.tcp(3000), from: [Peer.ingressNginx()] },
    backend: { pods: tier('backend'), port: Port.tcp(port) },
    database: { pods: tier('database'), port: Port.postgres() },
    withoutDns: true,
  });
  new AllowDns('dns', { namespace, pods: clients });
  new ExternalEgress(
    payments.name,
    {
      namespace,
      name: 'payments',
      pods: shop.backend,
      to: [Peer.internet()],
      ports: [Port.https()],
      description: 'Card payments. The provider publishes no fixed addresses.',
      owner: 'payments team',
      lastReviewed: '2026-11-02',
    },
    payments.opts,
  );
  new MonitoringAccess('metrics', { namespace, pods: clients, ports: [Port.tcp(9090)] });
  new MonitoringAccess('exporter', { namespace, pods: shop.database, ports: [Port.tcp(9187)] });
}
