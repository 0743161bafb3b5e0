import { ApiObject, Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
import { Service, SERVICES } from './services';

/** The services as they run: each is a Deployment, and a Service where it has a port. */
export class Workloads extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props);
    for (const [name, service] of Object.entries<Service>(SERVICES)) deploy(this, name, service);
  }
}

function deploy(chart: Chart, name: string, { image, port }: Service): void {
  const labels = { app: name };
  const metrics = { containerPort: 9090, name: 'metrics' };
  const ports = port === undefined ? [metrics] : [{ containerPort: port }, metrics];
  new ApiObject(chart, `${name}-deployment`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name, image, ports }] } },
    },
  });
  if (port === undefined) return;
  new ApiObject(chart, `${name}-service`, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: labels, ports: [{ port, targetPort: port }] },
  });
}
