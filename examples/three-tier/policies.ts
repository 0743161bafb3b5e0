import { Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
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
} from 'netpol';

/** Who may reach whom in the shop; nothing else may. */
export class Policies extends Chart {
  /** The same in words. */
  readonly reach: string;

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const tier = (name: string) => Pods.labeled({ app: 'shop', tier: name });
    const clients = Pods.labeled({ app: 'shop' }, LabelExpression.in('tier', ['frontend', 'backend']));

    const deny = new DefaultDeny(this, 'default-deny');
    const shop = new ThreeTierApp(this, 'shop', {
      frontend: { pods: tier('frontend'), port: Port.tcp(3000), from: [Peer.ingressNginx()] },
      backend: { pods: tier('backend'), port: Port.tcp(8080) },
      database: { pods: tier('database'), port: Port.postgres() },
      withoutDns: true, // The database asks for no names; the others are below.
    });
    const dns = new AllowDns(this, 'dns', { pods: clients });
    const payments = new ExternalEgress(this, 'payments', {
      pods: shop.backend,
      to: [Peer.internet()],
      ports: [Port.https()],
      description: 'Card payments. The provider publishes no fixed addresses.',
      owner: 'payments team',
      lastReviewed: '2026-11-02',
    });
    const metrics = new MonitoringAccess(this, 'metrics', { pods: clients, ports: [Port.tcp(9090)] });
    const exporter = new MonitoringAccess(this, 'exporter', { pods: shop.database, ports: [Port.tcp(9187)] });

    this.reach = describeGuarantee(...[deny, shop, dns, payments, metrics, exporter].map(each => each.guarantee));
  }
}
