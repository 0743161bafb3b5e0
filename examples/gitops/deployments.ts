import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** The ports of each tier's container. */
const TIERS = { frontend: [3000, 9090], backend: [8080, 9090], database: [5432] };

/** The shop as it runs: a Deployment a tier. */
export function addDeployments(scope: Construct): void {
  for (const [name, ports] of Object.entries(TIERS)) {
    const labels = { app: 'shop', tier: name };
    const container = { name, image: `registry.example/shop/${name}:1.8.2`, ports: ports.map(containerPort) };
    new ApiObject(scope, `${name}-deployment`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [container] } },
      },
    });
  }
}

function containerPort(port: number) {
  return { containerPort: port };
}
