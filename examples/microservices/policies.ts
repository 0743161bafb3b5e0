import { Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Collector,
  DefaultDeny,
  describeGuarantee,
  LabelExpression,
  Microservice,
  Microservices,
  Peer,
  Pods,
  Port,
  TelemetryAccess,
} from 'netpol';
import { Service, SERVICES } from './services';

const OUTSIDE: Record<string, Partial<Microservice>> = {
  web: { from: [Peer.ingressNginx()] },
  // Card payments and mail: the providers publish no fixed addresses.
  checkout: { to: [{ to: [Peer.internet()], ports: [Port.https()] }] },
  mailer: { to: [{ to: [Peer.internet()], ports: [Port.tcp(587)] }] },
};

/** Who may reach whom among the services, and outside; nothing else may. */
export class Policies extends Chart {
  /** The same in words. */
  readonly reach: string;

  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    const deny = new DefaultDeny(this, 'default-deny');
    const orders = new Microservices(this, 'orders', {
      services: Object.fromEntries(Object.entries<Service>(SERVICES).map(([name, each]) => [name, asSaid(name, each)])),
      monitoring: { from: [Peer.prometheus()], ports: [Port.tcp(9090)] },
    });
    const ours = Pods.matching(LabelExpression.in('app', ['web', 'catalog', 'cart', 'checkout', 'mailer']));
    const traces = new TelemetryAccess(this, 'traces', { pods: ours, to: [Collector.openTelemetry('observability')] });
    this.reach = describeGuarantee(deny.guarantee, orders.guarantee, traces.guarantee);
  }
}

function asSaid(name: string, { port, calls }: Service): Microservice {
  return {
    pods: Pods.labeled({ app: name }),
    port: port === undefined ? undefined : Port.tcp(port),
    calls: calls && [...calls],
    ...OUTSIDE[name],
  };
}
