import { ApiObject } from 'cdk8s';
import { DATABASE_PORT, NAMESPACE_NAME, PORT, Way } from './way';

export const write: Way = (chart, index) => {
  new ApiObject(chart, `web-${index}`, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `web-${index}` },
    spec: {
      egress: [
        {
          ports: [{ port: DATABASE_PORT, protocol: 'TCP' }],
          to: [
            {
              namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: 'data' } },
              podSelector: { matchLabels: { app: 'database' } },
            },
          ],
        },
      ],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { app: `client-${index}` } } }],
          ports: [{ port: PORT, protocol: 'TCP' }],
        },
      ],
      podSelector: { matchLabels: { app: `web-${index}` } },
      policyTypes: ['Ingress', 'Egress'],
    },
  });
};
