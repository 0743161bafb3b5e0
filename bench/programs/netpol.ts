import { NetworkPolicy, Pods, Port } from 'netpol';
import { DATABASE_PORT, PORT, Way } from './way';

export const write: Way = (chart, index) => {
  new NetworkPolicy(chart, `web-${index}`, {
    pods: Pods.labeled({ app: `web-${index}` }),
    ingress: [{ from: [Pods.labeled({ app: `client-${index}` })], ports: [Port.tcp(PORT)] }],
    egress: [{ to: [Pods.labeled({ app: 'database' }).inNamespace('data')], ports: [Port.tcp(DATABASE_PORT)] }],
  });
};
