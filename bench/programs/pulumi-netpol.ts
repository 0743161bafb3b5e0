import { NetworkPolicy, Peer, Pods, Port, ThreeTierApp } from 'netpol/pulumi';
import { Write } from './register';

export const web: Write = index =>
  new NetworkPolicy(`web-${index}`, {
    namespace: 'shop',
    pods: Pods.labeled({ app: `web-${index}` }),
    ingress: [{ from: [Pods.labeled({ app: `client-${index}` })], ports: [Port.tcp(8080)] }],
  });

export const shop: Write = index =>
  new ThreeTierApp(`shop-${index}`, {
    namespace: 'shop',
    frontend: {
      pods: Pods.labeled({ app: `frontend-${index}` }),
      port: Port.tcp(3000),
      from: [Peer.ingressNginx()],
    },
    backend: { pods: Pods.labeled({ app: `backend-${index}` }), port: Port.tcp(8080) },
    database: { pods: Pods.labeled({ app: `database-${index}` }), port: Port.postgres() },
  });
