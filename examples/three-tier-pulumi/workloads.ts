import * as k8s from '@pulumi/kubernetes';

type Container = k8s.types.input.core.v1.Container;

/** The shop as it runs: each tier is a Deployment with its Service. */
export function workloads(namespace: string) {
  return {
    frontend: tier('frontend', { namespace, servicePort: 80, containers: FRONTEND }),
    backend: tier('backend', { namespace, servicePort: 8080, containers: BACKEND }),
    database: tier('database', { namespace, servicePort: 5432, containers: DATABASE }),
  };
}

const FRONTEND: Container[] = [
  {
    name: 'frontend',
    image: 'registry.example/shop/frontend:1.8.2',
    ports: [
      { name: 'http', containerPort: 3000 },
      { name: 'metrics', containerPort: 9090 },
    ],
    env: [{ name: 'BACKEND_URL', value: 'http://backend:8080' }],
  },
];

const BACKEND: Container[] = [
  {
    name: 'backend',
    image: 'registry.example/shop/backend:1.8.2',
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9090 },
    ],
    env: [
      { name: 'DATABASE_HOST', value: 'database' },
      { name: 'PAYMENTS_URL', value: 'https://payments.example' },
    ],
  },
];

const DATABASE: Container[] = [
  { name: 'postgres', image: 'postgres:18', ports: [{ name: 'postgres', containerPort: 5432 }] },
  {
    name: 'exporter',
    image: 'quay.io/prometheuscommunity/postgres-exporter:v0.18.1',
    ports: [{ name: 'metrics', containerPort: 9187 }],
  },
];

interface TierProps {
  readonly namespace: string;
  /** Port of the Service, in front of the first port of the first container. */
  readonly servicePort: number;
  readonly containers: Container[];
}

function tier(name: string, { namespace, servicePort, containers }: TierProps): k8s.apps.v1.Deployment {
  const labels = { app: 'shop', tier: name };
  const targetPort = name === 'database' ? 'postgres' : 'http';
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace },
    spec: { selector: labels, ports: [{ port: servicePort, targetPort }] },
  });
  return new k8s.apps.v1.Deployment(name, {
    metadata: { name, namespace },
    spec: { replicas: 1, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  });
}
