import { ApiObject, Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';

/** The shop as it runs: each tier is a Deployment with its Service. */
export class Workloads extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    new Tier(this, 'frontend', {
      servicePort: 80,
      containers: [
        {
          name: 'frontend',
          image: 'registry.example/shop/frontend:1.8.2',
          ports: [
            { name: 'http', containerPort: 3000 },
            { name: 'metrics', containerPort: 9090 },
          ],
          env: [{ name: 'BACKEND_URL', value: 'http://backend:8080' }],
        },
      ],
    });
    new Tier(this, 'backend', {
      servicePort: 8080,
      containers: [
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
      ],
    });
    new Tier(this, 'database', {
      servicePort: 5432,
      containers: [
        { name: 'postgres', image: 'postgres:18', ports: [{ name: 'postgres', containerPort: 5432 }] },
        {
          name: 'exporter',
          image: 'quay.io/prometheuscommunity/postgres-exporter:v0.18.1',
          ports: [{ name: 'metrics', containerPort: 9187 }],
        },
      ],
    });
  }
}

interface TierProps {
  /** Port of the Service, in front of the first port of the first container. */
  readonly servicePort: number;
  readonly containers: Container[];
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly ports: { readonly name: string; readonly containerPort: number }[];
  readonly env?: { readonly name: string; readonly value: string }[];
}

class Tier extends Construct {
  constructor(scope: Construct, id: string, { servicePort, containers }: TierProps) {
    super(scope, id);
    const labels = { app: 'shop', tier: id };
    new ApiObject(this, 'deployment', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: id },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers } },
      },
    });
    new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: id },
      spec: { selector: labels, ports: [{ port: servicePort, targetPort: containers[0].ports[0].name }] },
    });
  }
}
