import * as kplus from 'cdk8s-plus-34';
import { DATABASE_PORT, NAMESPACE_NAME, PORT, Way } from './way';

export const write: Way = (chart, index) => {
  const client = kplus.Pods.select(chart, `client-${index}`, { labels: { app: `client-${index}` } });
  const database = kplus.Pods.select(chart, `database-${index}`, {
    labels: { app: 'database' },
    namespaces: kplus.Namespaces.select(chart, `data-${index}`, { labels: { [NAMESPACE_NAME]: 'data' } }),
  });
  new kplus.NetworkPolicy(chart, `web-${index}`, {
    metadata: { name: `web-${index}` },
    selector: kplus.Pods.select(chart, `pods-${index}`, { labels: { app: `web-${index}` } }),
    ingress: { rules: [{ peer: client, ports: [kplus.NetworkPolicyPort.tcp(PORT)] }] },
    egress: { rules: [{ peer: database, ports: [kplus.NetworkPolicyPort.tcp(DATABASE_PORT)] }] },
  });
};
