import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { AllowAll, ExternalEgress, LabelExpression, MonitoringAccess, Peer, Pods, Port, ThreeTierApp } from 'netpol';
import { addDeployments } from './deployments';
import { Connection, Environment } from './environments';

const tier = (name: string) => Pods.labeled({ app: 'shop', tier: name });

/** The shop in one environment: its namespace, its pods, and who may reach whom. */
export class Shop extends Chart {
  constructor(scope: Construct, { name, connections, isOpen }: Environment) {
    super(scope, name, { namespace: `shop-${name}` });
    const metadata = { name: this.namespace, labels: { environment: name } };
    const namespace = new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata });
    namespace.addJsonPatch(JsonPatch.remove('/metadata/namespace')); // A chart puts its own on every object.
    addDeployments(this);
    const shop = new ThreeTierApp(this, 'shop', {
      frontend: { pods: tier('frontend'), port: Port.tcp(3000), from: [Peer.ingressNginx()] },
      backend: { pods: tier('backend'), port: Port.tcp(8080) },
      database: { pods: tier('database'), port: Port.postgres() },
      withoutDns: true, // The base has it, for every pod.
    });
    for (const connection of connections) CONNECTIONS[connection](this, shop);
    if (isOpen) new AllowAll(this, 'allow-all');
  }
}

const CONNECTIONS: Readonly<Record<Connection, (chart: Chart, shop: ThreeTierApp) => void>> = {
  metrics: chart => {
    const pods = Pods.labeled({ app: 'shop' }, LabelExpression.in('tier', ['frontend', 'backend']));
    new MonitoringAccess(chart, 'metrics', { pods, ports: [Port.tcp(9090)] });
  },
  payments: (chart, { backend }) => {
    new ExternalEgress(chart, 'payments', { pods: backend, to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] });
  },
};
